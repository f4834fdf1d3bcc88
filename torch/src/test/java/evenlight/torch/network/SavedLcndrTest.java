package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SavedLcndrTest {
  private static Weights good;

  @BeforeAll
  static void save() {
    Natives.load();
    good = SavedLcndr.toWeights(new Lcndr(LcndrConfig.evenlight()), Map.of());
  }

  @Test
  void fromWeights_otherNetwork_isRefused() {
    Map<String, String> metadata = new HashMap<>(good.metadata());
    metadata.put("network", "mef-net");
    assertRefused(
        new Weights(good.tensors(), metadata),
        "the weights must be for the network lcndr, but those in w.safetensors are for mef-net");
  }

  @Test
  void fromWeights_noMetadata_isRefused() {
    assertRefused(
        new Weights(good.tensors(), Map.of()),
        "the weights must be for the network lcndr, but those in w.safetensors are for one that it"
            + " does not name");
  }

  @Test
  void fromWeights_brokenConfiguration_isRefused() {
    Map<String, String> metadata = new HashMap<>(good.metadata());
    metadata.put("config", "{\"width\":16}");
    assertRefused(
        new Weights(good.tensors(), metadata),
        "the weights must name a valid LCNDR configuration, but found \"{\"width\":16}\" in"
            + " w.safetensors");
  }

  @Test
  void fromWeights_missingTensor_isNamed() {
    Map<String, Parameter> tensors = new LinkedHashMap<>(good.tensors());
    tensors.remove("branch.stem.bias");
    assertRefused(
        new Weights(tensors, good.metadata()),
        "the weights must have every tensor of this network, but found no branch.stem.bias in"
            + " w.safetensors");
  }

  @Test
  void fromWeights_unknownTensor_isNamed() {
    Map<String, Parameter> tensors = new LinkedHashMap<>(good.tensors());
    tensors.put("tail.weight", new Parameter(new long[] {1}, new float[1]));
    assertRefused(
        new Weights(tensors, good.metadata()),
        "the weights must have only tensors of this network, but found the unknown tail.weight in"
            + " w.safetensors");
  }

  @Test
  void fromWeights_otherShape_saysBoth() {
    Map<String, Parameter> tensors = new LinkedHashMap<>(good.tensors());
    tensors.put("branch.stem.bias", new Parameter(new long[] {8}, new float[8]));
    assertRefused(
        new Weights(tensors, good.metadata()),
        "the weights must have branch.stem.bias of shape 16, but found [8] in w.safetensors");
  }

  @Test
  void fromWeights_nan_saysWhere() {
    Map<String, Parameter> tensors = new LinkedHashMap<>(good.tensors());
    float[] values = good.tensor("branch.stem.bias").values().clone();
    values[3] = Float.NaN;
    tensors.put("branch.stem.bias", new Parameter(new long[] {16}, values));
    assertRefused(
        new Weights(tensors, good.metadata()),
        "the weights must be finite numbers, but found NaN in branch.stem.bias in w.safetensors");
  }

  private static void assertRefused(Weights weights, String message) {
    assertThatThrownBy(() -> SavedLcndr.fromWeights(weights, "w.safetensors"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
