package evenlight.torch.block;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Layers as the networks here use them. */
public final class Layers {
  private Layers() {}

  /** A convolution with stride 1 and bias that keeps height and width (zeros outside). */
  public static Conv2dImpl conv(long in, long out, long kernel) {
    Conv2dOptions options = new Conv2dOptions(in, out, new LongPointer(kernel, kernel));
    options.padding().put(new LongPointer(kernel / 2, kernel / 2));
    return new Conv2dImpl(options);
  }

  /** A convolution with a kernel that is no square; the size stays (zeros outside). */
  public static Conv2dImpl conv(long in, long out, long height, long width) {
    Conv2dOptions options = new Conv2dOptions(in, out, new LongPointer(height, width));
    options.padding().put(new LongPointer(height / 2, width / 2));
    return new Conv2dImpl(options);
  }

  /** A convolution with bias that does not visit every place. */
  public static Conv2dImpl strided(long in, long out, long kernel, long stride, long margin) {
    Conv2dOptions options = new Conv2dOptions(in, out, new LongPointer(kernel, kernel));
    options.stride().put(new LongPointer(stride, stride));
    options.padding().put(new LongPointer(margin, margin));
    return new Conv2dImpl(options);
  }

  /**
   * A convolution with stride 1 that sees nothing beyond the border: {@link #padded} goes first.
   */
  public static Conv2dImpl unpadded(long in, long out, long kernel, boolean bias) {
    Conv2dOptions options = new Conv2dOptions(in, out, new LongPointer(kernel, kernel));
    options.bias().put(bias);
    return new Conv2dImpl(options);
  }

  /** A 3×3 convolution without bias, with gaps in its kernel, that keeps height and width. */
  public static Conv2dImpl dilated(long in, long out, long dilation) {
    Conv2dOptions options = new Conv2dOptions(in, out, new LongPointer(3, 3));
    options.bias().put(false);
    options.dilation().put(new LongPointer(dilation, dilation));
    options.padding().put(new LongPointer(dilation, dilation));
    return new Conv2dImpl(options);
  }

  /**
   * A picture with a margin on all sides.
   *
   * @param mode what lies there: {@code replicate} or {@code reflect}
   */
  public static Tensor padded(Tensor x, long margin, String mode) {
    return torch.pad(x, new long[] {margin, margin, margin, margin}, mode, new DoubleOptional());
  }

  /** Batch normalisation over B,H,W with running statistics (epsilon 1e-5, momentum 0.1). */
  public static BatchNorm2dImpl batchNorm(long channels) {
    return new BatchNorm2dImpl(new BatchNormOptions(channels));
  }

  /** Batch normalisation over B,H,W with running statistics and other constants. */
  public static BatchNorm2dImpl batchNorm(long channels, double epsilon, double momentum) {
    BatchNormOptions options = new BatchNormOptions(channels);
    options.eps().put(epsilon);
    options.momentum().put(momentum);
    return new BatchNorm2dImpl(options);
  }

  /** Leaky ReLU with slope 0.01 below zero, in place of what a layer has just made. */
  public static Tensor leakyRelu(Tensor x) {
    return leakyRelu(x, 0.01);
  }

  /**
   * Leaky ReLU, in place of what a layer has just made.
   *
   * <p>What libtorch's in-place functions return is the argument once more without owning it, and
   * dangles after the argument's scope; hence the argument is handed back.
   */
  public static Tensor leakyRelu(Tensor x, double slope) {
    torch.leaky_relu_(x, new Scalar(slope));
    return x;
  }

  /** Bilinear interpolation to the height and width of another tensor (corners not aligned). */
  public static Tensor resizeLike(Tensor x, Tensor model) {
    return torch.upsample_bilinear2d(x, new long[] {model.size(2), model.size(3)}, false);
  }
}
