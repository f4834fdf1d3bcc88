package evenlight.torch.network;

import static evenlight.torch.block.Layers.conv;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.Optional;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Tensor;

/** What correlations and the flow so far say of motion, as {@link RaftUpdate} uses it. */
final class RaftMotion extends HoldingModule {
  private static final int FLOW_KERNEL = 7;

  private final Conv2dImpl convc1;
  private final Optional<Conv2dImpl> convc2;
  private final Conv2dImpl convf1;
  private final Conv2dImpl convf2;
  private final Conv2dImpl conv;

  RaftMotion(RaftConfig config) {
    boolean small = config == RaftConfig.SMALL;
    convc1 = register_module("convc1", conv(config.correlations(), small ? 96 : 256, 1));
    convc2 = small ? Optional.empty() : Optional.of(register_module("convc2", conv(256, 192, 3)));
    convf1 = register_module("convf1", conv(2, small ? 64 : 128, FLOW_KERNEL));
    convf2 = register_module("convf2", conv(small ? 64 : 128, small ? 32 : 64, 3));
    conv = register_module("conv", conv(small ? 96 + 32 : 192 + 64, channels(config) - 2, 3));
  }

  /** Channels of the result, of which the last two are the flow itself. */
  static long channels(RaftConfig config) {
    return config == RaftConfig.SMALL ? 82 : 128;
  }

  /** From correlations B,n,h,w and flow B,2,h,w. */
  Tensor forward(Tensor correlations, Tensor flow) {
    return TensorScope.keepingResult(
        () -> {
          Tensor c = convc1.forward(correlations).relu();
          if (convc2.isPresent()) {
            c = convc2.get().forward(c).relu();
          }
          Tensor f = convf2.forward(convf1.forward(flow).relu()).relu();
          return Tensors.join(1, conv.forward(Tensors.join(1, c, f)).relu(), flow);
        });
  }
}
