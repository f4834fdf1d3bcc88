package evenlight.torch.network;

import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** {@link Raft} on its way from no flow to the flow; valid within the scope in which it began. */
final class RaftPass {
  private final RaftConfig config;
  private final RaftUpdate update;
  private final Tensor first;
  private final Tensor second;
  private final RaftCorrelation correlation;
  private final Tensor context;
  private final Tensor grid;

  /** The hidden state and the flow, joined: B,hidden+2,h,w. */
  private Tensor state;

  /**
   * Begins.
   *
   * @param first features of the first picture, B,C,h,w
   * @param second features of the second picture
   * @param seen in the first picture: hidden state and context, not yet limited
   */
  RaftPass(RaftConfig config, RaftUpdate update, Tensor first, Tensor second, Tensor seen) {
    this.config = config;
    this.update = update;
    this.first = first;
    this.second = second;
    correlation = RaftCorrelation.of(first, second, config.radius());
    long h = seen.size(2);
    long w = seen.size(3);
    Tensor hidden = seen.narrow(1, 0, config.hidden()).tanh();
    context = seen.narrow(1, config.hidden(), config.context()).relu();
    Tensor still = torch.zeros(new long[] {seen.size(0), 2, h, w}, seen.options());
    grid = grid(h, w, seen);
    state = Tensors.join(1, hidden, still);
  }

  private static Tensor grid(long h, long w, Tensor model) {
    Tensor x = torch.arange(new Scalar((double) w), model.options()).view(1, w).expand(h, w);
    Tensor y = torch.arange(new Scalar((double) h), model.options()).view(h, 1).expand(h, w);
    return torch.stack(new TensorVector(x, y), 0).unsqueeze(0); // 1,2,h,w
  }

  /** Improves the flow once; no gradient passes to the flow before. */
  void advance() {
    state =
        TensorScope.keepingResult(
            () -> {
              Tensor before = flow().detach();
              return update.forward(hidden(), context, correlations(), before);
            });
  }

  /** Features of the first picture. */
  Tensor first() {
    return first;
  }

  /** Features of the second picture. */
  Tensor second() {
    return second;
  }

  /** What is seen where the flow leads to. */
  Tensor correlations() {
    return correlation.at(places());
  }

  /** Where the flow leads to in the second picture's features: x, y; B,2,h,w. */
  Tensor places() {
    return grid.add(flow().detach());
  }

  /** B,hidden,h,w. */
  Tensor hidden() {
    return state.narrow(1, 0, config.hidden());
  }

  /** At an eighth of the pictures' size, in its pixels: B,2,h,w. */
  Tensor flow() {
    return state.narrow(1, config.hidden(), 2);
  }

  /** At the pictures' size, in its pixels: B,2,H,W. */
  Tensor enlarged() {
    return update.enlarged(hidden(), flow());
  }
}
