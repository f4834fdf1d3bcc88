package evenlight.torch.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {
  @BeforeAll
  static void seed() {
    Natives.load();
    torch.manual_seed(2);
  }

  @Test
  void nearest_part_isThatOfLibtorch() {
    try (TensorScope scope = new TensorScope()) {
      Tensor x = torch.rand(1, 2, 7, 11);
      Tensor whole = torch.upsample_nearest2d(x, new long[] {53, 90});
      Region place = new Region(13, 20, 31, 44);
      assertThat(Resampling.nearest(x, place, 53, 90).equal(place.of(whole))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 4})
  void reduced_ramp_staysARampAwayFromTheBorder(long factor) {
    float[] ramp = new float[32 * 48];
    for (int i = 0; i < ramp.length; i++) {
      int row = i / 48;
      ramp[i] = i % 48 + 2f * row;
    }
    try (TensorScope scope = new TensorScope()) {
      Tensor small = Resampling.reduced(Tensors.ofPlanes(32, 48, ramp, ramp), factor);
      assertThat(small.shape()).containsExactly(2, 1, 32 / factor, 48 / factor);
      float middle = (factor - 1) / 2f;
      float expected = 3 * factor + middle + 2 * (4 * factor + middle);
      assertThat(small.select(0, 1).select(0, 0).select(0, 4).select(0, 3).item_float())
          .isCloseTo(expected, offset(1e-4f));
    }
  }
}
