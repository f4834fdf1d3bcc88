package evenlight.torch.network;

import static evenlight.torch.block.Layers.conv;
import static evenlight.torch.block.Layers.strided;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.FanModeType;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Nonlinearity;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.kFanOut;
import org.bytedeco.pytorch.kReLU;

/**
 * What {@link Raft} sees in a picture, at an eighth of its size: a convolution 7×7, three stages of
 * two {@link RaftBlock}s, a convolution 1×1.
 */
final class RaftEncoder extends HoldingModule {
  private static final int BLOCKS = 2;
  private static final int FIRST_KERNEL = 7;

  private final Conv2dImpl conv1;
  private final UnaryOperator<Tensor> norm1;
  private final List<RaftBlock> blocks = new ArrayList<>();
  private final Conv2dImpl conv2;

  RaftEncoder(RaftConfig config, RaftNorm norm, long out) {
    long width = config.widths().get(0);
    norm1 = norm.of(this, this, "norm1", width);
    conv1 = register_module("conv1", drawn(strided(3, width, FIRST_KERNEL, 2, FIRST_KERNEL / 2)));
    for (int stage = 0; stage < config.widths().size(); stage++) {
      Module layer = group(this, "layer" + (stage + 1));
      long next = config.widths().get(stage);
      for (int i = 0; i < BLOCKS; i++) {
        long stride = stage > 0 && i == 0 ? 2 : 1;
        blocks.add(
            hold(
                layer,
                String.valueOf(i),
                config == RaftConfig.SMALL
                    ? RaftBlock.bottleneck(norm, width, next, stride)
                    : RaftBlock.residual(norm, width, next, stride)));
        width = next;
      }
    }
    conv2 = register_module("conv2", drawn(conv(width, out, 1)));
  }

  /** The kernel drawn by He's rule for what goes out; returns the convolution. */
  static Conv2dImpl drawn(Conv2dImpl conv) {
    torch.kaiming_normal_(
        conv.weight(), 0, new FanModeType(new kFanOut()), new Nonlinearity(new kReLU()));
    return conv;
  }

  /** From B,3,H,W in [-1,1] to B,out,H/8,W/8; H and W multiples of 8. */
  Tensor forward(Tensor image) {
    Tensor x = TensorScope.keepingResult(() -> norm1.apply(conv1.forward(image)).relu()); // H/2,W/2
    for (RaftBlock block : blocks) {
      x = block.forward(x);
    }
    return conv2.forward(x);
  }
}
