package evenlight.torch.loss;

import org.bytedeco.pytorch.Tensor;

/** What training makes small. */
public interface FusionLoss {
  /**
   * The loss of fused luminance, all tensors B,1,H,W.
   *
   * @param over the brighter exposures in [0,1]
   * @param under the darker exposures in [0,1]
   * @param brightness the luminance that the result should have in the large, in [0,1]; a loss may
   *     ignore it
   * @param fused what the network made, not clamped
   * @return one number, the mean over the batch
   */
  Tensor forward(Tensor over, Tensor under, Tensor brightness, Tensor fused);
}
