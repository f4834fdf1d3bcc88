package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What the tests of networks for two exposures ask of all of them. */
final class PairNetwork {
  private PairNetwork() {}

  /** Loads libtorch and sets its seed. */
  static void seed() {
    Natives.load();
    torch.manual_seed(7);
  }

  /** How many trainable numbers a module has. */
  static long parameters(Module module) {
    try (TensorScope scope = new TensorScope()) {
      return Parameters.trainable(module).values().stream().mapToLong(Tensor::numel).sum();
    }
  }

  /** From a brighter and a darker exposure to a picture. */
  interface Fusion {
    Tensor fuse(Tensor over, Tensor under);
  }

  /** Checks that two ways to compute the same do so within 1e-4, for random exposures. */
  static void assertSame(long channels, long height, long width, Fusion one, Fusion other) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor over = torch.rand(1, channels, height, width);
      Tensor under = torch.rand(1, channels, height, width);
      float[] expected = Tensors.toArray(one.fuse(over, under));
      float[] actual = Tensors.toArray(other.fuse(over, under));
      assertThat(actual).hasSameSizeAs(expected);
      float least = expected[0];
      float greatest = expected[0];
      for (int i = 0; i < actual.length; i++) {
        assertThat(actual[i]).isCloseTo(expected[i], offset(1e-4f));
        least = Math.min(least, expected[i]);
        greatest = Math.max(greatest, expected[i]);
      }
      assertThat(greatest - least).isGreaterThan(1e-2f);
    }
  }
}
