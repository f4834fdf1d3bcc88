package evenlight.torch.block;

import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A convolution with stride 1 and bias whose parameters have names of their own, as those of
 * TensorFlow checkpoints have. The kernel is drawn by Xavier's uniform rule, the bias is zero.
 */
public final class NamedConvolution extends Module {
  private static final long[] ONE = {1, 1};

  private final Tensor kernel;
  private final Tensor bias;

  /**
   * A convolution.
   *
   * @param kernelName of the weights, out×in×size×size
   * @param biasName of the bias
   * @param size height and width of the kernel
   */
  public NamedConvolution(String kernelName, String biasName, long in, long out, long size) {
    kernel = torch.zeros(out, in, size, size);
    bias = torch.zeros(out);
    register_parameter(kernelName, kernel);
    register_parameter(biasName, bias);
    torch.xavier_uniform_(kernel);
  }

  /**
   * From B,in,H,W to B,out,H+1-size+2·margin,W+1-size+2·margin.
   *
   * @param margin of zeros around
   */
  public Tensor forward(Tensor x, long margin) {
    long[] margins = {margin, margin};
    return torch.conv2d(x, kernel, new TensorOptional(bias), ONE, margins, ONE, 1);
  }
}
