package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LcndrTest {
  @BeforeAll
  static void loadNatives() {
    Natives.load();
    torch.manual_seed(7);
  }

  @Test
  void parameters_paper_are156089() {
    assertThat(count(new Lcndr(LcndrConfig.paper()))).isEqualTo(156_089);
  }

  @ParameterizedTest
  @CsvSource({"16,16", "17,16", "31,33", "64,48", "95,127", "130,67"})
  void forward_anySize_keepsShapeAndIsFinite(int height, int width) {
    Lcndr network = evaluated(LcndrConfig.evenlight());
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor fused = network.forward(random(1, height, width), random(1, height, width));
      assertThat(fused.shape()).containsExactly(1, 1, height, width);
      for (float sample : Tensors.toArray(fused)) {
        assertThat(sample).isFinite();
      }
    }
  }

  @Test
  void forward_batch_equalsImagesOneByOne() {
    for (LcndrConfig config : new LcndrConfig[] {LcndrConfig.paper(), LcndrConfig.evenlight()}) {
      Lcndr network = evaluated(config);
      try (TensorScope scope = new TensorScope();
          NoGradGuard noGrad = new NoGradGuard()) {
        Tensor over = random(3, 70, 49);
        Tensor under = random(3, 70, 49);
        float[] batch = Tensors.toArray(network.forward(over, under));
        for (int b = 0; b < 3; b++) {
          float[] single =
              Tensors.toArray(network.forward(over.narrow(0, b, 1), under.narrow(0, b, 1)));
          for (int i = 0; i < single.length; i++) {
            assertThat(batch[b * single.length + i]).isCloseTo(single[i], offset());
          }
        }
      }
    }
  }

  private static org.assertj.core.data.Offset<Float> offset() {
    return org.assertj.core.data.Offset.offset(1e-5f);
  }

  @Test
  void forward_differentSizes_saysBothShapes() {
    Lcndr network = evaluated(LcndrConfig.evenlight());
    try (TensorScope scope = new TensorScope()) {
      Tensor over = random(1, 16, 16);
      Tensor under = random(1, 16, 17);
      assertThatThrownBy(() -> network.forward(over, under))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "both exposures must be B×1×H×W of one size, but are 1×1×16×16 and 1×1×16×17");
    }
  }

  @Test
  void forward_tooSmall_saysLeastSize() {
    Lcndr network = evaluated(LcndrConfig.evenlight());
    try (TensorScope scope = new TensorScope()) {
      Tensor tiny = random(1, 15, 40);
      assertThatThrownBy(() -> network.forward(tiny, tiny))
          .hasMessage("exposures must be at least 16×16, but are 15×40");
    }
  }

  private static Lcndr evaluated(LcndrConfig config) {
    Lcndr network = new Lcndr(config);
    network.eval();
    return network;
  }

  private static Tensor random(int batch, int height, int width) {
    return torch.rand(batch, 1, height, width);
  }

  private static long count(Lcndr network) {
    try (TensorScope scope = new TensorScope()) {
      TensorVector parameters = network.parameters();
      long count = 0;
      for (long i = 0; i < parameters.size(); i++) {
        count += parameters.get(i).numel();
      }
      return count;
    }
  }
}
