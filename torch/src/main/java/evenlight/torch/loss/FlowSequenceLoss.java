package evenlight.torch.loss;

import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * What RAFT learns by (Teed and Deng, ECCV 2020, eq. 7): how far every prediction of a sequence is
 * off, the last one counting most.
 *
 * <pre>
 * L = Σ γ^(N-i) mean of known · (|u_i - u| + |v_i - v|) / 2,   i = 1..N
 * </pre>
 *
 * <p>The mean is that over all pixels and both directions, known or not, as in the authors' code.
 *
 * @param gamma γ, 0.8 in the paper; above 0, at most 1
 */
public record FlowSequenceLoss(double gamma) {
  /** Checks γ. */
  public FlowSequenceLoss {
    if (!(gamma > 0 && gamma <= 1)) {
      throw new IllegalArgumentException("gamma must be above 0 and at most 1, but is " + gamma);
    }
  }

  /**
   * The loss.
   *
   * @param predictions B,2,H,W each, the first one first; at least one
   * @param flow B,2,H,W
   * @param known B,1,H,W: 1 where the flow is known, 0 elsewhere
   */
  public Tensor forward(List<Tensor> predictions, Tensor flow, Tensor known) {
    Tensor sum = off(predictions.get(predictions.size() - 1), flow, known);
    double weight = 1;
    for (int i = predictions.size() - 2; i >= 0; i--) {
      weight *= gamma;
      sum = sum.add(Tensors.times(off(predictions.get(i), flow, known), weight));
    }
    return sum;
  }

  private static Tensor off(Tensor prediction, Tensor flow, Tensor known) {
    return prediction.sub(flow).abs().mul(known).mean();
  }
}
