package evenlight.torch.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpectralConvolutionTest {
  @BeforeAll
  static void seed() {
    Natives.load();
    torch.manual_seed(5);
  }

  @Test
  void norm_afterManySteps_isTheGreatestSingularValue() {
    SpectralConvolution conv = new SpectralConvolution(6, 10, 3, 1, 0.5);
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      float norm = 0;
      for (int i = 0; i < 200; i++) {
        norm = conv.norm().item_float();
      }
      Tensor matrix = conv.named_parameters().get("weight").flatten(1, 3);
      float greatest = torch.linalg_svdvals(matrix).max().item_float();
      assertThat(norm).isCloseTo(greatest, offset(1e-4f * greatest));
    }
  }

  @Test
  void norm_inEvaluation_staysTheSame() {
    SpectralConvolution conv = new SpectralConvolution(6, 10, 3, 1, 0.5);
    conv.eval();
    try (TensorScope scope = new TensorScope()) {
      float first = conv.norm().item_float();
      assertThat(conv.norm().item_float()).isEqualTo(first);
    }
  }

  @Test
  void truncatedNormal_manyNumbers_stayWithinTwoDeviations() {
    try (TensorScope scope = new TensorScope()) {
      float[] numbers = Tensors.toArray(SpectralConvolution.truncatedNormal(0.5, 20_000));
      double squares = 0;
      for (float number : numbers) {
        assertThat(Math.abs(number)).isLessThanOrEqualTo(1.0001f);
        squares += (double) number * number;
      }
      // the deviation of a normal distribution that is cut off at two of its deviations
      assertThat(Math.sqrt(squares / numbers.length)).isCloseTo(0.5 * 0.8796, offset(0.01));
    }
  }
}
