package evenlight.bench.training;

import evenlight.bench.Quartiles;
import evenlight.torch.block.Layers;
import evenlight.torch.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A 3×3 convolution of 4×64×128×128 to as many: 4.8 GFLOP, what libtorch does fastest.
 *
 * <p>Its 16 MiB come from memory that was used before; glibc asks the system anew for each block of
 * 32 MiB, which would be timed with it.
 */
final class PlainConvolution {
  static final double GFLOP = 2.0 * 4 * 64 * 64 * 9 * 128 * 128 / 1e9;
  private static final int BATCH = 4;
  private static final int CHANNELS = 64;
  private static final int SIDE = 128;

  private PlainConvolution() {}

  /** Seconds, the median. */
  static double seconds(int repetitions) {
    Conv2dImpl convolution = Layers.conv(CHANNELS, CHANNELS, 3);
    List<Double> seconds = new ArrayList<>();
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor picture = torch.rand(BATCH, CHANNELS, SIDE, SIDE);
      for (int i = 0; i < repetitions; i++) {
        long start = System.nanoTime();
        TensorScope.keepingResult(() -> convolution.forward(picture));
        seconds.add((System.nanoTime() - start) / 1e9);
      }
    }
    return Quartiles.of(seconds).median();
  }
}
