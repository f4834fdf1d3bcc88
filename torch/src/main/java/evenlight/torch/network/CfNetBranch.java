package evenlight.torch.network;

import static evenlight.torch.block.Layers.conv;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/** The layers of {@link CfNet} that belong to one exposure, under the names of its code. */
final class CfNetBranch {
  private final UnaryOperator<Tensor> in;
  private final CfNetLayer features;
  private final CfNetFeedback first;
  private final List<CfNetFeedback> coupled = new ArrayList<>();
  private final List<CfNetLayer> enlarging = new ArrayList<>();
  private final List<Conv2dImpl> toRgb = new ArrayList<>();

  /** Which exposure, and how the code numbers it. */
  enum Side {
    /** The brighter. */
    OVER("over", 1),
    /** The darker. */
    UNDER("under", 2);

    private final String id;
    private final int number;

    Side(String id, int number) {
      this.id = id;
      this.number = number;
    }
  }

  /** Registers the layers of one side. */
  CfNetBranch(HoldingModule network, CfNetConfig config, Side side, int blocks) {
    long width = config.features();
    in = in(network, side, conv(3, 4 * width, 3));
    features =
        network.register_module("feat_in_" + side.id, CfNetLayer.pointwise(4 * width, width));
    first = network.register_module("srb_" + side.number, new CfNetFeedback(config, 1));
    enlarging.add(network.register_module("out_" + side.id, CfNetLayer.up(config)));
    toRgb.add(network.register_module("conv_out_" + side.id, conv(width, 3, 3)));
    Module enlargingOfBlocks = network.group(network, "out_" + side.number);
    Module toRgbOfBlocks = network.group(network, "conv_out_" + side.number);
    for (int i = 0; i < blocks; i++) {
      String place = Integer.toString(i);
      String name = "cfb_" + side.id + place;
      coupled.add(network.register_module(name, new CfNetFeedback(config, 3)));
      enlarging.add(enlargingOfBlocks.register_module(place, CfNetLayer.up(config)));
      toRgb.add(toRgbOfBlocks.register_module(place, conv(width, 3, 3)));
    }
  }

  private static UnaryOperator<Tensor> in(Module network, Side side, Conv2dImpl conv) {
    if (side == Side.OVER) {
      return network.register_module("conv_in_over", CfNetLayer.of(conv))::forward;
    }
    return network.register_module("conv_in_under", conv)::forward;
  }

  /** From an exposure, B,3,H,W, to B,F,H,W. */
  Tensor shallow(Tensor exposure) {
    return TensorScope.keepingResult(() -> features.forward(in.apply(exposure)));
  }

  Tensor first(Tensor shallow) {
    return first.forward(shallow);
  }

  /**
   * A coupled block.
   *
   * @param own what this branch's block before it made
   * @param other what the other branch's made
   */
  Tensor coupled(int block, Tensor shallow, Tensor own, Tensor other) {
    return coupled.get(block).forward(shallow, own, other);
  }

  /** What a block's result adds to the enlarged exposure, B,3,sH,sW. */
  Tensor picture(int block, Tensor result) {
    Tensor enlarged = enlarging.get(block).forward(result);
    return toRgb.get(block).forward(enlarged);
  }
}
