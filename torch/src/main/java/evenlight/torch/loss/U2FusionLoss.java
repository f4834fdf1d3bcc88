package evenlight.torch.loss;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What U2Fusion learns by (Xu et al., IEEE TPAMI 44, 2022) for exposures S and fused F, luminance
 * in [0,1].
 *
 * <pre>
 * L = Σ_k w_k [ 1 - SSIM(S_k, F) + λ mean (F - S_k)² ]
 * w = softmax(g / c),   g_k = mean over five scales of the mean square of the differences of S_k
 * </pre>
 *
 * <p>Differences are those of a pixel's level of 255 to the mean of its eight neighbours. The
 * authors take them of five layers of a network for recognition, VGG-16, with c = 3500; here the
 * picture itself is halved four times instead, since that network is none of ours, and c is another
 * number. The weights carry no gradient, and are those of each picture.
 */
public final class U2FusionLoss implements FusionLoss {
  private static final double WHITE = 255;
  private static final int SCALES = 5;
  private static final long[] ALL_BUT_BATCH = {1, 2, 3};

  /** Least height and width. */
  public static final int MIN_SIZE = 48;

  /**
   * The weights.
   *
   * @param intensity λ, 20 in the authors' code
   * @param temperature c
   */
  public record Config(double intensity, double temperature) {
    /** Checks the ranges. */
    public Config {
      if (!(intensity >= 0 && intensity < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the weight of intensity must be finite and not negative, but is " + intensity);
      }
      if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the temperature must be finite and above 0, but is " + temperature);
      }
    }
  }

  private final Config config;

  /** A loss with these weights. */
  public U2FusionLoss(Config config) {
    this.config = config;
  }

  /** The loss; the brightness counts for nothing. */
  @Override
  public Tensor forward(Tensor over, Tensor under, Tensor brightness, Tensor fused) {
    Tensor share;
    try (NoGradGuard noGrad = new NoGradGuard()) {
      Tensor advantage = information(over).sub(information(under)); // B
      share = Tensors.times(advantage, 1 / config.temperature()).sigmoid();
    }
    Tensor ofOver = share.mul(difference(over, fused));
    Tensor ofUnder = Tensors.plus(share.neg(), 1).mul(difference(under, fused));
    return ofOver.add(ofUnder).mean();
  }

  private Tensor difference(Tensor source, Tensor fused) {
    Tensor square = perPicture(fused.sub(source).square());
    return Tensors.plus(Ssim.index(source, fused).neg(), 1)
        .add(Tensors.times(square, config.intensity()));
  }

  /** g of each picture, B numbers. */
  static Tensor information(Tensor source) {
    Tensor x = Tensors.times(source, WHITE);
    Tensor sum = perPicture(Differences.ring(x).square());
    for (int scale = 1; scale < SCALES; scale++) {
      x = torch.avg_pool2d(x, 2, 2);
      sum = sum.add(perPicture(Differences.ring(x).square()));
    }
    return Tensors.times(sum, 1.0 / SCALES);
  }

  private static Tensor perPicture(Tensor x) {
    return x.mean(ALL_BUT_BATCH, false, new ScalarTypeOptional());
  }
}
