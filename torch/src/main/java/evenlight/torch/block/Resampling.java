package evenlight.torch.block;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Changes of size as matrices, of which a part serves for a part of the picture: along rows, {@code
 * M x}, along columns {@code x Mᵀ}.
 */
public final class Resampling {
  private static final torch.ScalarType LONG = torch.ScalarType.Long;

  private Resampling() {}

  /**
   * What {@code adaptive_avg_pool2d} does along one dimension, for some of its samples.
   *
   * @param from samples of the whole
   * @param to means
   * @param start the first sample of the part
   * @param count samples of the part
   * @return to×count; the products with all parts add up to the means
   */
  public static Tensor means(long from, long to, long start, long count) {
    float[] matrix = new float[Math.toIntExact(to * count)];
    for (long i = 0; i < to; i++) {
      long begin = i * from / to;
      long end = ((i + 1) * from + to - 1) / to;
      for (long j = Math.max(begin, start); j < Math.min(end, start + count); j++) {
        matrix[Math.toIntExact(i * count + j - start)] = 1f / (end - begin);
      }
    }
    return Tensor.create(matrix, to, count);
  }

  /**
   * What bilinear interpolation (corners not aligned) does along one dimension, for some of its
   * results.
   *
   * @param from samples
   * @param to results of the whole
   * @param start the first result of the part
   * @param count results of the part
   * @return count×from
   */
  public static Tensor bilinear(long from, long to, long start, long count) {
    float[] matrix = new float[Math.toIntExact(count * from)];
    for (long i = 0; i < count; i++) {
      double place = Math.max((start + i + 0.5) * from / to - 0.5, 0);
      long first = Math.min((long) place, from - 1);
      long second = Math.min(first + 1, from - 1);
      matrix[Math.toIntExact(i * from + first)] += (float) (1 - (place - first));
      matrix[Math.toIntExact(i * from + second)] += (float) (place - first);
    }
    return Tensor.create(matrix, count, from);
  }

  /**
   * A part of what nearest-neighbour interpolation makes of B,C,h,w, with libtorch's rule for which
   * neighbour is nearest.
   *
   * @param place the part
   * @param height of the whole result
   * @param width of the whole result
   */
  public static Tensor nearest(Tensor x, Region place, long height, long width) {
    Tensor rows = nearest(x.size(2), height, place.top(), place.height()).to(x.device(), LONG);
    Tensor columns = nearest(x.size(3), width, place.left(), place.width()).to(x.device(), LONG);
    return x.index_select(2, rows).index_select(3, columns);
  }

  /** Every pixel of B,C,h,w four times: B,C,2h,2w. */
  public static Tensor doubled(Tensor x) {
    return torch.upsample_nearest2d(x, 2 * x.size(2), 2 * x.size(3));
  }

  /**
   * A picture made smaller by a bicubic filter (Keys, a = -1/2) so many times wider than for
   * enlarging, so that no pixel is skipped; the border is repeated.
   *
   * @param x B,C,H,W, H and W multiples of the factor
   * @param factor even
   * @return B,C,H/factor,W/factor
   */
  public static Tensor reduced(Tensor x, long factor) {
    long margin = factor + factor / 2;
    Tensor planes = Layers.padded(x, margin, "replicate").flatten(0, 1).unsqueeze(1); // BC,1,h,w
    Tensor column = bicubic(factor).to(x.device(), x.scalar_type()).view(1, 1, -1, 1);
    Tensor lower = filtered(planes, column, new long[] {factor, 1});
    Tensor small = filtered(lower, column.transpose(2, 3), new long[] {1, factor});
    return small.view(x.size(0), x.size(1), small.size(2), small.size(3));
  }

  private static Tensor filtered(Tensor x, Tensor kernel, long[] stride) {
    long[] none = {0, 0};
    return torch.conv2d(x, kernel, new TensorOptional(), stride, none, new long[] {1, 1}, 1);
  }

  private static Tensor bicubic(long factor) {
    float[] weights = new float[Math.toIntExact(4 * factor)];
    for (int i = 0; i < weights.length; i++) {
      double distance = Math.abs(i - (weights.length - 1) / 2.0) / factor;
      weights[i] = (float) (keys(distance) / factor);
    }
    return Tensor.create(weights);
  }

  private static double keys(double distance) {
    return distance <= 1
        ? (1.5 * distance - 2.5) * distance * distance + 1
        : ((-0.5 * distance + 2.5) * distance - 4) * distance + 2;
  }

  private static Tensor nearest(long from, long to, long start, long count) {
    float scale = (float) from / to;
    long[] sources = new long[Math.toIntExact(count)];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = Math.min((long) ((start + i) * scale), from - 1);
    }
    return Tensor.create(sources, sources.length);
  }

  /** Both dimensions of B,C,h,w at once, each by its matrix. */
  public static Tensor apply(Tensor rows, Tensor x, Tensor columns) {
    return torch.matmul(
        torch.matmul(rows.to(x.device(), x.scalar_type()), x),
        columns.t().to(x.device(), x.scalar_type()));
  }
}
