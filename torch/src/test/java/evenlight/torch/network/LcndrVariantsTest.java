package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LcndrVariantsTest {
  /** Adding the same to every key changes no softmax: these have no effect by construction. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("key.bias", "key_bn.bias");

  @BeforeAll
  static void seed() {
    Natives.load();
    torch.manual_seed(11);
  }

  static List<LcndrConfig> variants() {
    return LcndrVariants.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void backward_anyVariant_givesEveryParameterAFiniteGradient(LcndrConfig config) {
    Lcndr network = new Lcndr(config);
    network.eval();
    try (TensorScope scope = new TensorScope()) {
      Tensor over = torch.rand(1, 1, 25, 30);
      Tensor under = torch.rand(1, 1, 25, 30);
      network.forward(over, under).mul(torch.rand(1, 1, 25, 30)).sum().backward();
      StringTensorDict parameters = network.named_parameters();
      for (long i = 0; i < parameters.size(); i++) {
        String name = parameters.get(i).key().getString();
        float greatest = 0;
        for (float derivative : Tensors.toArray(parameters.get(i).access().grad())) {
          assertThat(derivative).as(name).isFinite();
          greatest = Math.max(greatest, Math.abs(derivative));
        }
        if (WITHOUT_EFFECT.stream().noneMatch(name::endsWith)) {
          assertThat(greatest).as(name).isPositive();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void fromWeights_savedAndReadAgain_givesTheSameBits(LcndrConfig config) throws IOException {
    Lcndr network = new Lcndr(config);
    network.eval();
    byte[] file = Safetensors.toBytes(SavedLcndr.toWeights(network, Map.of("seed", "11")));
    Weights read = Safetensors.read(new ByteArrayInputStream(file), "a test");
    Lcndr again = SavedLcndr.fromWeights(read, "a test");
    assertThat(again.config()).isEqualTo(config);
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor over = torch.rand(1, 1, 33, 20);
      Tensor under = torch.rand(1, 1, 33, 20);
      assertThat(Tensors.toArray(again.forward(over, under)))
          .containsExactly(Tensors.toArray(network.forward(over, under)));
    }
  }
}
