package evenlight.torch.block;

import org.bytedeco.pytorch.Tensor;
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
