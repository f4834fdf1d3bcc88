package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.weights.Weights;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RaftTest {
  @BeforeAll
  static void load() {
    Natives.load();
  }

  private static Raft fresh(RaftConfig config) {
    torch.manual_seed(7);
    Raft raft = new Raft(config);
    raft.eval();
    return raft;
  }

  private static Tensor picture(long height, long width) {
    return Tensors.times(torch.rand(1, 3, height, width), 255);
  }

  @ParameterizedTest
  @CsvSource({"SMALL, 1, 1", "SMALL, 131, 150", "LARGE, 40, 137", "LARGE, 128, 136"})
  void forward_anySize_givesFlowOfThatSize(RaftConfig config, long height, long width) {
    Raft raft = fresh(config);
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor flow = raft.forward(picture(height, width), picture(height, width), 2);
      assertThat(flow.shape()).containsExactly(1, 2, height, width);
      assertThat(Tensors.toArray(flow)).doesNotContain(Float.NaN);
    }
  }

  @Test
  void forward_twice_givesTheSameBits() {
    Raft raft = fresh(RaftConfig.SMALL);
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor first = picture(136, 128);
      Tensor second = picture(136, 128);
      assertThat(Tensors.toArray(raft.forward(first, second, 3)))
          .containsExactly(Tensors.toArray(raft.forward(first, second, 3)));
    }
  }

  @Test
  void forward_otherSizes_isRefused() {
    Raft raft = fresh(RaftConfig.SMALL);
    try (TensorScope scope = new TensorScope()) {
      assertThatThrownBy(() -> raft.forward(picture(128, 128), picture(128, 136), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1×3×128×128 and 1×3×128×136");
    }
  }

  @ParameterizedTest
  @EnumSource
  void predictions_anyLoss_reachesEveryParameter(RaftConfig config) {
    Raft raft = fresh(config);
    raft.train(true);
    try (TensorScope scope = new TensorScope()) {
      List<Tensor> flows = raft.predictions(picture(128, 136), picture(128, 136), 2).flows();
      assertThat(flows).hasSize(2);
      flows.get(0).abs().sum().add(flows.get(1).abs().sum()).backward();
      Parameters.trainable(raft)
          .forEach(
              (name, parameter) -> {
                double sum = parameter.grad().abs().sum().item_double();
                assertThat(sum).as(name).isFinite().isPositive();
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 64", "4, 256"})
  void lookup_anyPlaces_agreesWithTheVolume(int radius, long channels) {
    try (TensorScope scope = new TensorScope()) {
      torch.manual_seed(3);
      long height = 27;
      long width = 31; // more places than are looked up at a time
      Tensor first = torch.randn(2, channels, height, width);
      Tensor second = torch.randn(2, channels, height, width);
      // some far outside
      Tensor places = Tensors.plus(Tensors.times(torch.rand(2, 2, height, width), 60), -15);
      float[] expected = Tensors.toArray(new CorrelationVolume(first, second, radius).at(places));
      float[] actual = Tensors.toArray(new CorrelationLookup(first, second, radius).at(places));
      assertThat(actual).hasSameSizeAs(expected);
      for (int i = 0; i < actual.length; i++) {
        assertThat(actual[i]).as("place %d", i).isCloseTo(expected[i], within(2e-4f));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void at_wholePlaces_isTheDirectProduct(boolean volume) {
    int radius = 3;
    try (TensorScope scope = new TensorScope()) {
      torch.manual_seed(4);
      Tensor first = torch.randn(1, 16, 16, 18);
      Tensor second = torch.randn(1, 16, 16, 18);
      RaftCorrelation correlation =
          volume
              ? new CorrelationVolume(first, second, radius)
              : new CorrelationLookup(first, second, radius);
      Tensor places = torch.zeros(1, 2, 16, 18);
      places.select(1, 0).fill_(new Scalar(9));
      places.select(1, 1).fill_(new Scalar(5));
      Tensor seen = correlation.at(places);
      assertThat(seen.shape()).containsExactly(1, 4 * 49, 16, 18);
      // column 2 of the window, row 6: the second picture at x = 9 - 1, y = 5 + 3
      Tensor direct = first.select(3, 7).select(2, 4).mul(second.select(3, 8).select(2, 8)).sum();
      float found = seen.select(1, 2 * 7 + 6).select(2, 7).select(1, 4).item_float();
      assertThat(found).isCloseTo(direct.item_float() / 4, within(1e-4f));
    }
  }

  @Test
  void convex_constantFlow_isEightTimesThatWithinTheBorder() {
    try (TensorScope scope = new TensorScope()) {
      torch.manual_seed(5);
      Tensor flow = Tensors.times(torch.ones(1, 2, 5, 6), 1.5);
      Tensor large = RaftUpsampling.convex(flow, torch.randn(1, 576, 5, 6));
      assertThat(large.shape()).containsExactly(1, 2, 40, 48);
      for (float value : Tensors.toArray(large.narrow(2, 8, 24).narrow(3, 8, 32))) {
        assertThat(value).isCloseTo(12f, within(1e-4f));
      }
    }
  }

  @Test
  void convex_onlyTheMiddleCounts_repeatsPlaces() {
    try (TensorScope scope = new TensorScope()) {
      Tensor mask = torch.zeros(1, 576, 2, 3);
      mask.narrow(1, 4 * 64, 64).fill_(new Scalar(60));
      Tensor flow = torch.rand(1, 2, 2, 3);
      float[] large = Tensors.toArray(RaftUpsampling.convex(flow, mask));
      float[] small = Tensors.toArray(flow);
      for (int y = 0; y < 16; y++) {
        for (int x = 0; x < 24; x++) {
          assertThat(large[y * 24 + x]).isCloseTo(8 * small[y / 8 * 3 + x / 8], within(1e-5f));
        }
      }
    }
  }

  @Test
  void bilinear_constantFlow_isEightTimesThat() {
    try (TensorScope scope = new TensorScope()) {
      Tensor large = RaftUpsampling.bilinear(torch.ones(1, 2, 3, 4));
      assertThat(large.shape()).containsExactly(1, 2, 24, 32);
      for (float value : Tensors.toArray(large)) {
        assertThat(value).isCloseTo(8f, within(1e-5f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void saved_network_isReadAgain(RaftConfig config) {
    Raft raft = fresh(config);
    Weights weights = SavedRaft.toWeights(raft, Map.of("seed", "7"));
    Raft again = SavedRaft.fromWeights(weights, "some.safetensors");
    assertThat(again.config()).isEqualTo(config);
    Weights second = Parameters.of(again, Map.of());
    weights
        .tensors()
        .forEach(
            (name, tensor) ->
                assertThat(second.tensor(name).values()).as(name).containsExactly(tensor.values()));
  }

  @Test
  void fromWeights_ofAnotherNetwork_isRefused() {
    Weights other = new Weights(Map.of(), Map.of("network", "lcndr"));
    assertThatThrownBy(() -> SavedRaft.fromWeights(other, "other.safetensors"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the weights must be for raft-small or raft-large, but those in other.safetensors are"
                + " for lcndr");
  }
}
