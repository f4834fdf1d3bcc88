package evenlight.torch.loss;

import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One minus MEF-SSIM (Ma, Zeng, Wang, "Perceptual Quality Assessment for Multi-Exposure Image
 * Fusion", IEEE TIP 2015) with the brightness that the index leaves free.
 *
 * <p>For each 11×11 patch the sources' structures are blended into a reference r, the stronger the
 * structure and the less consistent the sources the more of the strongest; the quality is {@code (2
 * σ_rf + C) / (σ_r² + σ_f² + C)}, C = 0.03², averaged over three scales with weights (0.0448,
 * 0.2856, 0.3001)/0.6305. To this come
 *
 * <ul>
 *   <li>the squared difference to the wanted luminance, both averaged over {@value #BLOCK}×{@value
 *       #BLOCK} pixels, times {@code brightnessWeight};
 *   <li>the mean square of what lies outside [0,1], times {@code rangeWeight}; inside the index the
 *       result is clamped with a slope of 0.05 outside, so that clipped pixels still learn;
 *   <li>the mean square of what lies outside [min(o, 0.05), max(u, 0.93)], times {@code
 *       holdWeight}: a sky that the under-exposure u holds is not bleached, nor a shadow crushed
 *       that the over-exposure o holds.
 * </ul>
 *
 * <p>The statistics of the sources carry no gradient. Luminance is centred on zero first, which
 * changes no variance and keeps 32-bit sums accurate. The norm of the blended unit structures, by
 * which r is scaled up, counts as at least {@value #LEAST_NORM}: where both sources are flat it is
 * rounding noise.
 */
public final class MefSsimLoss implements FusionLoss {
  private static final int BLOCK = 16;
  private static final double LEAK = 0.05;
  private static final double SHADOW = 0.05;
  private static final double HIGHLIGHT = 0.93;
  private static final double CONTRAST_CONSTANT = 0.03 * 0.03;
  private static final double NORM_OFFSET = 0.001 / 255;
  private static final double MAX_POWER = 10;
  private static final double LEAST_QUALITY = 1e-3;
  private static final double LEAST_NORM = 0.05;
  private static final double[] SCALE_WEIGHTS = {0.0448 / 0.6305, 0.2856 / 0.6305, 0.3001 / 0.6305};

  /** Least height and width: three scales of 11×11 patches. */
  public static final int MIN_SIZE = GaussianWindow.SIZE << (SCALE_WEIGHTS.length - 1);

  /**
   * The weights.
   *
   * @param brightnessWeight of the luminance in the large
   * @param rangeWeight of values outside [0,1]
   * @param holdWeight of bleached and crushed values that an exposure holds
   */
  public record Config(double brightnessWeight, double rangeWeight, double holdWeight) {
    /** Checks that all are finite and not negative. */
    public Config {
      if (!(brightnessWeight >= 0
          && rangeWeight >= 0
          && holdWeight >= 0
          && brightnessWeight + rangeWeight + holdWeight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the weights must be finite and not negative, but are %s, %s and %s"
                .formatted(brightnessWeight, rangeWeight, holdWeight));
      }
    }
  }

  private final Config config;

  /** A loss with these weights. */
  public MefSsimLoss(Config config) {
    this.config = config;
  }

  @Override
  public Tensor forward(Tensor over, Tensor under, Tensor brightness, Tensor fused) {
    Tensor clamped = fused.clamp(bound(0), bound(1));
    Tensor leaky = clamped.add(Tensors.times(fused.sub(clamped), LEAK));
    Tensor loss = Tensors.plus(index(over, under, leaky).neg(), 1).mean();
    Tensor level = torch.avg_pool2d(fused.sub(brightness), BLOCK, BLOCK).square().mean();
    Tensor outside = fused.sub(clamped).square().mean();
    return loss.add(Tensors.times(level, config.brightnessWeight()))
        .add(Tensors.times(outside, config.rangeWeight()))
        .add(Tensors.times(lost(over, under, fused), config.holdWeight()));
  }

  /** How far the result is beyond what an exposure still holds, in the mean square. */
  private static Tensor lost(Tensor over, Tensor under, Tensor fused) {
    Tensor lowest = over.clamp(new ScalarOptional(), bound(SHADOW));
    Tensor highest = under.clamp(bound(HIGHLIGHT), new ScalarOptional());
    return fused.sub(fused.maximum(lowest).minimum(highest)).square().mean();
  }

  private static ScalarOptional bound(double value) {
    return new ScalarOptional(new Scalar(value));
  }

  /** MEF-SSIM of each image, B numbers; the sources carry no gradient. */
  static Tensor index(Tensor over, Tensor under, Tensor fused) {
    Tensor a = Tensors.plus(over, -0.5);
    Tensor b = Tensors.plus(under, -0.5);
    Tensor f = Tensors.plus(fused, -0.5);
    List<Tensor> logarithms = new ArrayList<>();
    for (int scale = 0; scale < SCALE_WEIGHTS.length; scale++) {
      if (scale > 0) {
        a = halved(a);
        b = halved(b);
        f = halved(f);
      }
      Tensor quality = quality(a, b, f).mean(new long[] {1, 2, 3}, false, new ScalarTypeOptional());
      Tensor positive = quality.clamp(bound(LEAST_QUALITY), bound(1));
      logarithms.add(Tensors.times(positive.log(), SCALE_WEIGHTS[scale]));
    }
    return logarithms.get(0).add(logarithms.get(1)).add(logarithms.get(2)).exp();
  }

  /** Means of 2×2 pixels, the last row and column repeated where a size is odd. */
  private static Tensor halved(Tensor x) {
    long right = x.size(3) % 2;
    long bottom = x.size(2) % 2;
    Tensor even =
        right + bottom == 0
            ? x
            : torch.pad(x, new long[] {0, right, 0, bottom}, "replicate", new DoubleOptional());
    return torch.avg_pool2d(even, 2, 2);
  }

  /** The map of local qualities at one scale, B,1,H-10,W-10. */
  private static Tensor quality(Tensor a, Tensor b, Tensor f) {
    Tensor meanA;
    Tensor meanB;
    Tensor weightA;
    Tensor weightB;
    Tensor varianceR;
    try (NoGradGuard noGrad = new NoGradGuard()) {
      Tensor[] weights = structureWeights(a, b);
      weightA = weights[0];
      weightB = weights[1];
      meanA = GaussianWindow.means(a);
      meanB = GaussianWindow.means(b);
      varianceR =
          quadratic(
              weightA,
              weightB,
              GaussianWindow.means(a.square()).sub(meanA.square()),
              GaussianWindow.means(b.square()).sub(meanB.square()),
              GaussianWindow.means(a.mul(b)).sub(meanA.mul(meanB)));
    }
    Tensor meanF = GaussianWindow.means(f);
    Tensor varianceF = GaussianWindow.means(f.square()).sub(meanF.square());
    Tensor covarianceA = GaussianWindow.means(a.mul(f)).sub(meanA.mul(meanF));
    Tensor covarianceB = GaussianWindow.means(b.mul(f)).sub(meanB.mul(meanF));
    Tensor covariance = weightA.mul(covarianceA).add(weightB.mul(covarianceB));
    Tensor above = Tensors.plus(Tensors.times(covariance, 2), CONTRAST_CONSTANT);
    return above.div(Tensors.plus(varianceR.add(varianceF), CONTRAST_CONSTANT));
  }

  /** Factors c_a and c_b with r = c_a ã + c_b b̃, for patches with their means removed. */
  private static Tensor[] structureWeights(Tensor a, Tensor b) {
    double side = GaussianWindow.SIZE;
    Tensor meanA = boxMeans(a);
    Tensor meanB = boxMeans(b);
    Tensor varianceA = boxMeans(a.square()).sub(meanA.square()).relu();
    Tensor varianceB = boxMeans(b.square()).sub(meanB.square()).relu();
    Tensor covariance = boxMeans(a.mul(b)).sub(meanA.mul(meanB));
    Tensor normA = Tensors.times(varianceA.sqrt(), side);
    Tensor normB = Tensors.times(varianceB.sqrt(), side);
    Tensor normSum =
        Tensors.times(
            varianceA.add(varianceB).add(Tensors.times(covariance, 2)).relu().sqrt(), side);
    Tensor consistency =
        Tensors.plus(normSum, 1e-12)
            .div(Tensors.plus(normA.add(normB), 1e-12))
            .clamp(bound(0), bound(1 - 1e-6));
    Tensor power = Tensors.times(consistency, Math.PI / 2).tan().clamp(bound(0), bound(MAX_POWER));
    Tensor strengthA = Tensors.plus(normA, NORM_OFFSET);
    Tensor strengthB = Tensors.plus(normB, NORM_OFFSET);
    Tensor share = power.mul(strengthA.log().sub(strengthB.log())).sigmoid();
    Tensor factorA = share.div(strengthA);
    Tensor factorB = Tensors.plus(share.neg(), 1).div(strengthB);
    Tensor norm =
        Tensors.times(
            quadratic(factorA, factorB, varianceA, varianceB, covariance).relu().sqrt(), side);
    Tensor scale =
        torch
            .maximum(strengthA, strengthB)
            .div(norm.clamp(bound(LEAST_NORM), new ScalarOptional()));
    return new Tensor[] {factorA.mul(scale), factorB.mul(scale)};
  }

  private static Tensor quadratic(Tensor ca, Tensor cb, Tensor saa, Tensor sbb, Tensor sab) {
    return ca.square()
        .mul(saa)
        .add(cb.square().mul(sbb))
        .add(Tensors.times(ca.mul(cb).mul(sab), 2));
  }

  private static Tensor boxMeans(Tensor x) {
    return Tensors.boxMeans(x, GaussianWindow.SIZE, 0);
  }
}
