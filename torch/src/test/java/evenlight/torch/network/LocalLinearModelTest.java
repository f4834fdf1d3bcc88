package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalLinearModelTest {
  @BeforeAll
  static void seed() {
    Natives.load();
    torch.manual_seed(3);
  }

  @Test
  void fuse_linearFunctionOfBoth_isThatFunctionAtFullSize() {
    try (TensorScope scope = new TensorScope()) {
      Tensor over = torch.rand(2, 1, 53, 66);
      Tensor under = torch.rand(2, 1, 53, 66);
      Tensor fused = LocalLinearModel.fuse(over, under, 4, LocalLinearModelTest::mixed);
      float[] expected = Tensors.toArray(mixed(over, under));
      float[] found = Tensors.toArray(fused);
      assertThat(fused.shape()).containsExactly(2, 1, 53, 66);
      for (int i = 0; i < found.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i], offset(2e-3f));
      }
    }
  }

  private static Tensor mixed(Tensor over, Tensor under) {
    return Tensors.plus(Tensors.times(over, 0.3).add(Tensors.times(under, 0.5)), 0.1);
  }

  @Test
  void fuse_flatExposures_isTheSmoothedResult() {
    try (TensorScope scope = new TensorScope()) {
      Tensor flat = Tensor.create(filled(40 * 40, 0.25f), 1, 1, 40, 40);
      Tensor fused = LocalLinearModel.fuse(flat, flat, 2, (o, u) -> Tensors.plus(o, 0.5));
      for (float sample : Tensors.toArray(fused)) {
        assertThat(sample).isCloseTo(0.75f, offset(1e-5f));
      }
    }
  }

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void fuse_trained_gradientReachesTheReducedResult() {
    try (TensorScope scope = new TensorScope()) {
      Tensor over = torch.rand(1, 1, 40, 40);
      Tensor under = torch.rand(1, 1, 40, 40);
      Tensor shift = torch.zeros(new long[] {1}).set_requires_grad(true);
      LocalLinearModel.fuse(over, under, 4, (o, u) -> o.add(u).add(shift)).mean().backward();
      assertThat(shift.grad().item_double()).isCloseTo(1, offset(1e-4));
    }
  }
}
