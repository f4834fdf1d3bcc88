package evenlight.torch.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Local means under an 11×11 Gaussian window of standard deviation 1.5, where the whole window fits
 * ('valid': the result is 10 rows and 10 columns smaller).
 */
final class GaussianWindow {
  static final int SIZE = 11;
  private static final double SIGMA = 1.5;

  private GaussianWindow() {}

  /** Weighted local means of B,1,H,W: B,1,H-10,W-10. */
  static Tensor means(Tensor x) {
    return means(x, SIZE);
  }

  /** The same under a window of another size: B,1,H+1-size,W+1-size. */
  static Tensor means(Tensor x, int size) {
    return means(x, size, SIGMA, 0);
  }

  /**
   * The same under a window of another standard deviation.
   *
   * @param margin of zeros around
   */
  static Tensor means(Tensor x, int size, double sigma, long margin) {
    Tensor column = weights(size, sigma).to(x.device(), x.scalar_type()).view(1, 1, size, 1);
    Tensor ofColumns = convolve(x, column, new long[] {margin, 0});
    return convolve(ofColumns, column.transpose(2, 3), new long[] {0, margin});
  }

  private static Tensor convolve(Tensor x, Tensor kernel, long[] margins) {
    return torch.conv2d(
        x, kernel, new TensorOptional(), new long[] {1}, margins, new long[] {1}, 1);
  }

  private static Tensor weights(int size, double sigma) {
    double[] weights = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double distance = i - size / 2;
      weights[i] = Math.exp(-distance * distance / (2 * sigma * sigma));
      sum += weights[i];
    }
    for (int i = 0; i < size; i++) {
      weights[i] /= sum;
    }
    return Tensor.create(weights);
  }
}
