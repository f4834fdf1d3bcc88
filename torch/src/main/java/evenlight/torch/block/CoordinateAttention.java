package evenlight.torch.block;

import evenlight.torch.tensor.FullPrecision;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Coordinate attention (Hou, Zhou, Feng, "Coordinate Attention for Efficient Mobile Network
 * Design", CVPR 2021): weights every row and every column of each channel.
 *
 * <p>B,C,H,W → means over W (B,C,H,1) and over H (B,C,1,W) → joined along the long axis → 1×1
 * convolution to m channels, batch norm, h-swish → parted → 1×1 convolutions back to C, sigmoid →
 * {@code x · a_h · a_w}. With C channels and reduction r, m = max(8, C / r).
 */
public final class CoordinateAttention extends Module {
  private static final int REDUCTION = 64;

  private final Conv2dImpl conv1;
  private final BatchNorm2dImpl bn1;
  private final Conv2dImpl convH;
  private final Conv2dImpl convW;

  /** A block over the given number of channels. */
  public CoordinateAttention(int channels) {
    int hidden = Math.max(8, channels / REDUCTION);
    conv1 = register_module("conv1", Layers.conv(channels, hidden, 1));
    bn1 = register_module("bn1", Layers.batchNorm(hidden));
    convH = register_module("conv_h", Layers.conv(hidden, channels, 1));
    convW = register_module("conv_w", Layers.conv(hidden, channels, 1));
  }

  /**
   * How much of each row and of each column remains, from 0 to 1.
   *
   * @param rows B,C,H,1
   * @param columns B,C,1,W
   */
  public record Weights(Tensor rows, Tensor columns) {
    /** Those of a part of the picture. */
    public Weights of(Region region) {
      return new Weights(
          rows.narrow(2, region.top(), region.height()),
          columns.narrow(3, region.left(), region.width()));
    }
  }

  /** From B,C,H,W to the same shape. */
  public Tensor forward(Tensor x) {
    Tensor rows = x.mean(new long[] {3}, true, new ScalarTypeOptional(ScalarType.Float));
    Tensor columns = x.mean(new long[] {2}, true, new ScalarTypeOptional(ScalarType.Float));
    return apply(x, weights(rows, columns));
  }

  /**
   * What the means of all rows and columns say.
   *
   * @param rows B,C,H,1
   * @param columns B,C,1,W
   */
  public Weights weights(Tensor rows, Tensor columns) {
    try (FullPrecision exact = new FullPrecision(rows)) {
      long height = rows.size(2);
      Tensor both = Tensors.join(2, rows, columns.transpose(2, 3)); // B,C,H+W,1
      Tensor hidden = torch.hardswish(bn1.forward(conv1.forward(both))); // B,m,H+W,1
      Tensor ofRows = hidden.narrow(2, 0, height);
      Tensor ofColumns = hidden.narrow(2, height, columns.size(3)).transpose(2, 3);
      return new Weights(convH.forward(ofRows).sigmoid(), convW.forward(ofColumns).sigmoid());
    }
  }

  /** Weighs a picture, or a part of it with the weights of that part. */
  public static Tensor apply(Tensor x, Weights weights) {
    ScalarType type = x.scalar_type();
    return x.mul(weights.rows().to(type)).mul(weights.columns().to(type));
  }
}
