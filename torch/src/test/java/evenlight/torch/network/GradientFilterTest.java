package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.network.LcndrConfig.Filter;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class GradientFilterTest {
  private static final float[] PICTURE = {
    0, 3, 3, //
    4, 3, 0, //
    4, 4, 12
  };
  // (1,1): left 4, below 4 -> sqrt(1+1); (0,1): left 0, below 3 -> 3; (1,2): left 3, below 12
  private static final float[] MAGNITUDES = {
    4, 3, 3, //
    0, (float) Math.sqrt(2), (float) Math.sqrt(9 + 144), //
    0, 0, 8
  };

  @Test
  void apply_magnitude_isLeftAndBelowDifference() {
    assertThat(filtered(Filter.MAGNITUDE)).containsExactly(MAGNITUDES, offset(1e-5f));
  }

  @Test
  void apply_greatest_looksOneStepDownAndRight() {
    float[] expected = MAGNITUDES.clone();
    expected[0] = 4; // own 4 against sqrt(2)
    expected[1] = MAGNITUDES[5];
    expected[3] = 0;
    expected[4] = 8;
    assertThat(filtered(Filter.GREATEST)).containsExactly(expected, offset(1e-5f));
  }

  @Test
  void apply_flatPicture_hasFiniteGradient() {
    try (TensorScope scope = new TensorScope()) {
      Tensor flat = Tensor.create(new float[16], 1, 1, 4, 4);
      flat.set_requires_grad(true);
      GradientFilter.apply(flat, Filter.GREATEST).sum().backward();
      for (float derivative : Tensors.toArray(flat.grad())) {
        assertThat(derivative).isFinite();
      }
    }
  }

  private static float[] filtered(Filter filter) {
    try (TensorScope scope = new TensorScope()) {
      return Tensors.toArray(GradientFilter.apply(Tensor.create(PICTURE, 1, 1, 3, 3), filter));
    }
  }
}
