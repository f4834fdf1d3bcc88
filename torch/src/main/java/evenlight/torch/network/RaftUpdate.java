package evenlight.torch.network;

import static evenlight.torch.block.Layers.conv;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.Optional;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/** One step of {@link Raft}: from what is seen where the flow leads to, how it is to change. */
final class RaftUpdate extends HoldingModule {
  /** Weights of nine neighbours for each pixel of an enlarged place. */
  private static final long MASK = 9L * RaftConfig.STEP * RaftConfig.STEP;

  /** As the authors balance gradients. */
  private static final double MASK_SCALE = 0.25;

  private final RaftConfig config;
  private final RaftMotion encoder;
  private final RaftGru gru;
  private final Conv2dImpl flow1;
  private final Conv2dImpl flow2;
  private final Optional<MaskHead> mask;

  RaftUpdate(RaftConfig config) {
    this.config = config;
    encoder = register_module("encoder", new RaftMotion(config));
    gru = register_module("gru", new RaftGru(config));
    Module head = group(this, "flow_head");
    long width = config == RaftConfig.SMALL ? 128 : 256;
    flow1 = head.register_module("conv1", conv(config.hidden(), width, 3));
    flow2 = head.register_module("conv2", conv(width, 2, 3));
    mask = config == RaftConfig.SMALL ? Optional.empty() : Optional.of(maskHead());
  }

  private MaskHead maskHead() {
    Module head = group(this, "mask");
    return new MaskHead(
        head.register_module("0", conv(config.hidden(), 256, 3)),
        head.register_module("2", conv(256, MASK, 1)));
  }

  /**
   * One step.
   *
   * @param hidden B,hidden,h,w
   * @param flow before the step, B,2,h,w
   * @return the hidden state after it and the flow after it, joined: B,hidden+2,h,w
   */
  Tensor forward(Tensor hidden, Tensor context, Tensor correlations, Tensor flow) {
    Tensor input = Tensors.join(1, context, encoder.forward(correlations, flow));
    Tensor next = gru.forward(hidden, input);
    Tensor change = flow2.forward(flow1.forward(next).relu());
    return Tensors.join(1, next, flow.add(change));
  }

  /**
   * The flow at the size of the pictures.
   *
   * @return B,2,8h,8w, in pixels of that size
   */
  Tensor enlarged(Tensor hidden, Tensor flow) {
    return TensorScope.keepingResult(
        () ->
            mask.isPresent()
                ? RaftUpsampling.convex(flow, mask.get().forward(hidden))
                : RaftUpsampling.bilinear(flow));
  }

  /** Says how the large network's flow is enlarged. */
  private record MaskHead(Conv2dImpl conv0, Conv2dImpl conv2) {
    Tensor forward(Tensor hidden) {
      return Tensors.times(conv2.forward(conv0.forward(hidden).relu()), MASK_SCALE);
    }
  }
}
