package evenlight.torch.network;

import static evenlight.torch.block.Layers.conv;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Tensor;

/**
 * The recurrent unit of {@link Raft}: gates of convolutions 3×3, or in the large network of 1×5 and
 * then once more of 5×1.
 *
 * <pre>
 * z = σ(conv(h, x))   r = σ(conv(h, x))   q = tanh(conv(r h, x))   h' = (1 - z) h + z q
 * </pre>
 */
final class RaftGru extends HoldingModule {
  private static final int LONG = 5;

  private final List<Gates> passes = new ArrayList<>();

  RaftGru(RaftConfig config) {
    long hidden = config.hidden();
    long all = hidden + config.context() + RaftMotion.channels(config);
    if (config == RaftConfig.SMALL) {
      passes.add(gates("", all, hidden, 3, 3));
    } else {
      passes.add(gates("1", all, hidden, 1, LONG));
      passes.add(gates("2", all, hidden, LONG, 1));
    }
  }

  private Gates gates(String ending, long in, long out, long height, long width) {
    return new Gates(
        register_module("convz" + ending, conv(in, out, height, width)),
        register_module("convr" + ending, conv(in, out, height, width)),
        register_module("convq" + ending, conv(in, out, height, width)));
  }

  /** The next state from the state B,hidden,h,w and what is new, B,n,h,w. */
  Tensor forward(Tensor state, Tensor input) {
    Tensor next = state;
    for (Gates gates : passes) {
      Tensor h = next;
      next = TensorScope.keepingResult(() -> gates.forward(h, input));
    }
    return next;
  }

  /** One pass. */
  private record Gates(Conv2dImpl convz, Conv2dImpl convr, Conv2dImpl convq) {
    Tensor forward(Tensor h, Tensor x) {
      Tensor both = Tensors.join(1, h, x);
      Tensor z = convz.forward(both).sigmoid();
      Tensor r = convr.forward(both).sigmoid();
      Tensor q = convq.forward(Tensors.join(1, r.mul(h), x)).tanh();
      return h.add(z.mul(q.sub(h)));
    }
  }
}
