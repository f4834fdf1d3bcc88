package evenlight.torch.network;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * RAFT finds where everything that one picture shows lies in another: Teed, Deng, "RAFT: Recurrent
 * All-Pairs Field Transforms for Optical Flow", ECCV 2020; https://github.com/princeton-vl/RAFT.
 *
 * <pre>
 * both pictures → features at an eighth of their size, correlated
 * first picture → hidden state and context
 * repeat: correlations around where the flow leads, flow, context → hidden state → change of flow
 * </pre>
 *
 * <p>Input: two tensors B,3,H,W of red, green, blue in [0,255], of any size from 1×1 on: borders
 * are repeated up to multiples of 8 and to {@value RaftPadding#LEAST}, as the authors do it with
 * Sintel. Output: B,2,H,W, in pixels, x before y: what the first picture shows at p, the second
 * shows at p + flow. 990,162 parameters, or 5,257,536 ({@link RaftConfig}).
 *
 * <p>Departures: no dropout, of which the published training uses none; above a size correlations
 * are computed where they are looked up ({@link RaftCorrelation}). Memory then grows with the
 * number of pixels, about 1.2 kB each for the small network.
 */
public final class Raft extends HoldingModule {
  /** Iterations of a training, and of the reference. */
  public static final int ITERATIONS = 12;

  private static final double WHITE = 255;

  private final RaftConfig config;
  private final RaftEncoder fnet;
  private final RaftEncoder cnet;
  private final RaftUpdate update;

  /** A network with fresh parameters; make it outside any scope. */
  public Raft(RaftConfig config) {
    this.config = config;
    RaftNorm norm = config == RaftConfig.SMALL ? RaftNorm.NONE : RaftNorm.BATCH;
    fnet = register_module("fnet", new RaftEncoder(config, RaftNorm.INSTANCE, config.features()));
    cnet =
        register_module("cnet", new RaftEncoder(config, norm, config.hidden() + config.context()));
    update = register_module("update_block", new RaftUpdate(config));
  }

  /** What this network was built from. */
  public RaftConfig config() {
    return config;
  }

  /**
   * The flow from one picture to another.
   *
   * @param first B,3,H,W in [0,255]
   * @param second of the same shape
   * @param iterations how often the flow is improved
   * @return B,2,H,W
   */
  public Tensor forward(Tensor first, Tensor second, int iterations) {
    return TensorScope.keepingResult(
        () -> {
          RaftPadding padding = RaftPadding.of(first);
          RaftPass pass = begin(first, second);
          for (int i = 0; i < iterations; i++) {
            pass.advance();
          }
          return padding.removed(pass.enlarged()).contiguous();
        });
  }

  /**
   * What training compares.
   *
   * @param flows after every iteration, B,2,H,W each
   * @param first what is correlated of the first picture with its borders: B,features,h,w
   * @param second the same of the second picture
   */
  public record Predictions(List<Tensor> flows, Tensor first, Tensor second) {
    /** Copies the list. */
    public Predictions {
      flows = List.copyOf(flows);
    }
  }

  /** All that leads to the flow. */
  public Predictions predictions(Tensor first, Tensor second, int iterations) {
    RaftPadding padding = RaftPadding.of(first);
    RaftPass pass = begin(first, second);
    List<Tensor> flows = new ArrayList<>();
    for (int i = 0; i < iterations; i++) {
      pass.advance();
      flows.add(padding.removed(pass.enlarged()));
    }
    return new Predictions(flows, pass.first(), pass.second());
  }

  /** Sees both pictures; the flow is zero then. */
  RaftPass begin(Tensor first, Tensor second) {
    PairShapes.check(first, second, 3, 1);
    RaftPadding padding = RaftPadding.of(first);
    Tensor one = signed(padding.added(first));
    Tensor other = signed(padding.added(second));
    Tensor seen = TensorScope.keepingResult(() -> cnet.forward(one));
    return new RaftPass(config, update, features(one), features(other), seen);
  }

  /**
   * What is correlated: B,features,H/8,W/8, of a picture in [-1,1] whose sides are multiples of 8.
   */
  Tensor features(Tensor picture) {
    return TensorScope.keepingResult(() -> fnet.forward(picture));
  }

  /** From [0,255] to [-1,1]. */
  static Tensor signed(Tensor picture) {
    return Tensors.plus(Tensors.times(picture, 2 / WHITE), -1);
  }
}
