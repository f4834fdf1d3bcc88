package evenlight.torch.training.plan;

import evenlight.torch.loss.FusionLoss;
import evenlight.torch.loss.LcndrLoss;
import evenlight.torch.loss.MefSsimLoss;

/**
 * What training makes small.
 *
 * @param kind which of the losses; each reads only its own weights
 * @param alpha of the SSIM term of {@link Kind#PAPER}, 0 or more
 * @param beta of the MSE term of {@link Kind#PAPER}, 0 or more
 * @param mse how {@link Kind#PAPER} reads its eq. (9)
 * @param brightnessWeight of the wanted brightness in {@link Kind#MEF_SSIM}, 0 or more
 * @param rangeWeight of values outside [0,1] in {@link Kind#MEF_SSIM}, 0 or more
 * @param holdWeight of bleached and crushed values that an exposure holds in {@link Kind#MEF_SSIM},
 *     0 or more
 */
public record LossPlan(
    Kind kind,
    double alpha,
    double beta,
    LcndrLoss.Mse mse,
    double brightnessWeight,
    double rangeWeight,
    double holdWeight) {
  private static final double MOST = 1000;

  /** The losses to choose from. */
  public enum Kind {
    /** Eq. (6) to (9) of the paper. */
    PAPER,
    /** One minus MEF-SSIM, with a light hand on brightness. */
    MEF_SSIM
  }

  /** Checks the weights. */
  public LossPlan {
    Allowed.requireWithin("loss.alpha", alpha, 0, MOST);
    Allowed.requireWithin("loss.beta", beta, 0, MOST);
    Allowed.requireWithin("loss.brightnessWeight", brightnessWeight, 0, MOST);
    Allowed.requireWithin("loss.rangeWeight", rangeWeight, 0, MOST);
    Allowed.requireWithin("loss.holdWeight", holdWeight, 0, MOST);
  }

  /** The loss itself. */
  public FusionLoss create() {
    return switch (kind) {
      case PAPER -> new LcndrLoss(new LcndrLoss.Config(alpha, beta, mse));
      case MEF_SSIM ->
          new MefSsimLoss(new MefSsimLoss.Config(brightnessWeight, rangeWeight, holdWeight));
    };
  }
}
