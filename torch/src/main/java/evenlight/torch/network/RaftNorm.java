package evenlight.torch.network;

import static evenlight.torch.block.Layers.batchNorm;

import evenlight.torch.block.HoldingModule;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** How an encoder of {@link Raft} normalises. */
enum RaftNorm {
  /** Not at all. */
  NONE,
  /** Each channel of each picture by itself, without parameters. */
  INSTANCE,
  /** By running statistics. */
  BATCH;

  private static final double EPSILON = 1e-5;

  /**
   * Makes one.
   *
   * @param root holds it if it has parameters
   * @param owner under which it has its name
   */
  UnaryOperator<Tensor> of(HoldingModule root, Module owner, String name, long channels) {
    return switch (this) {
      case NONE -> x -> x;
      case INSTANCE -> RaftNorm::instance;
      case BATCH -> root.hold(owner, name, batchNorm(channels))::forward;
    };
  }

  private static Tensor instance(Tensor x) {
    TensorOptional none = new TensorOptional();
    return torch.instance_norm(x, none, none, none, none, true, 0, EPSILON, false);
  }
}
