package evenlight.torch.tensor;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Planes as tensors and back, and the few tensor phrases that libtorch says at length. */
public final class Tensors {
  private Tensors() {}

  /** Planes of one size, as B,1,H,W with B the number of planes; copied. */
  public static Tensor ofPlanes(int height, int width, float[]... planes) {
    float[] samples = new float[planes.length * height * width];
    for (int b = 0; b < planes.length; b++) {
      System.arraycopy(planes[b], 0, samples, b * height * width, height * width);
    }
    return Tensor.create(samples, planes.length, 1, height, width);
  }

  /** All samples of a tensor in row-major order, as 32-bit numbers, wherever it lies. */
  public static float[] toArray(Tensor tensor) {
    Tensor onCpu = tensor.detach().cpu().to(torch.ScalarType.Float).contiguous();
    float[] samples = new float[Math.toIntExact(onCpu.numel())];
    try (FloatPointer data = onCpu.data_ptr_float()) {
      data.get(samples);
    }
    return samples;
  }

  /** Tensors joined along a dimension. */
  public static Tensor join(long dimension, Tensor... parts) {
    return torch.cat(new TensorVector(parts), dimension);
  }

  /** Tensor times number. */
  public static Tensor times(Tensor tensor, double factor) {
    return tensor.mul(new Scalar(factor));
  }

  /** Tensor plus number. */
  public static Tensor plus(Tensor tensor, double summand) {
    return tensor.add(new Scalar(summand));
  }

  /**
   * Means over square windows, along columns and then along rows.
   *
   * @param side of a window
   * @param margin how far windows may reach beyond the border; what lies there does not count
   * @return B,C,H+1-side+2·margin,W+1-side+2·margin
   */
  public static Tensor boxMeans(Tensor x, long side, long margin) {
    Tensor ofColumns = lineMeans(x, new long[] {side, 1}, new long[] {margin, 0});
    return lineMeans(ofColumns, new long[] {1, side}, new long[] {0, margin});
  }

  private static Tensor lineMeans(Tensor x, long[] window, long[] margins) {
    return torch.avg_pool2d(
        x, window, new long[] {1, 1}, margins, false, false, new LongOptional());
  }

  /** The shape as messages give it: 2×1×64×80. */
  public static String shape(Tensor tensor) {
    StringBuilder text = new StringBuilder();
    for (long size : tensor.shape()) {
      text.append(text.isEmpty() ? "" : "×").append(size);
    }
    return text.toString();
  }
}
