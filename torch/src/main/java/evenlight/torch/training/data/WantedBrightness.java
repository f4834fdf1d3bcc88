package evenlight.torch.training.data;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import evenlight.image.LumaRows;
import evenlight.torch.training.plan.TargetPlan;
import evenlight.torch.training.plan.TargetPlan.Limit;
import java.util.List;

/**
 * The luminance that a fusion of a bracket should have in the large.
 *
 * <pre>
 * t = s · Y(Mertens fusion of all frames) + (1 - s) · mean of Y over all frames
 * wanted = limit(mean(t) + c · (t - mean(t)))
 * </pre>
 *
 * <p>s, c and the limit are those of {@link TargetPlan}; the fusion is the catalogue's {@code
 * mertens} as it is by default.
 */
final class WantedBrightness {
  private static final double MIDDLE = 0.5;
  private static final double HALF_RANGE = 0.42;
  private static final double TOE = 0.4;

  private WantedBrightness() {}

  /** One byte a pixel. */
  static byte[] of(Bracket bracket, TargetPlan plan) {
    float[] blend = new float[bracket.height() * bracket.width()];
    if (plan.mertensShare() > 0) {
      add(FusionMethods.named("mertens").fuse(bracket), plan.mertensShare(), blend);
    }
    List<Exposure> exposures = bracket.exposures();
    for (Exposure exposure : exposures) {
      add(exposure.image(), (1 - plan.mertensShare()) / exposures.size(), blend);
    }
    double mean = mean(blend);
    byte[] wanted = new byte[blend.length];
    for (int i = 0; i < blend.length; i++) {
      double contrasted = mean + plan.contrast() * (blend[i] - mean);
      wanted[i] = Luminance.toByte(limited(contrasted, blend[i], plan.limit()));
    }
    return wanted;
  }

  private static void add(Image rgb, double share, float[] sum) {
    LumaRows rows = new LumaRows(rgb);
    float[] row = new float[rgb.width()];
    for (int y = 0; y < rgb.height(); y++) {
      rows.read(y, row, 0);
      for (int x = 0; x < row.length; x++) {
        sum[y * row.length + x] += (float) (share * row[x]);
      }
    }
  }

  private static double mean(float[] plane) {
    double sum = 0;
    for (float value : plane) {
      sum += value;
    }
    return sum / plane.length;
  }

  private static double limited(double value, double before, Limit limit) {
    return switch (limit) {
      case CLAMP -> Math.min(Math.max(value, 0), 1);
      case BEND -> bent(value);
      case SHOULDER -> value > MIDDLE ? bent(value) : Math.max(value, 0);
      case SHOULDER_AND_TOE -> value > MIDDLE ? bent(value) : Math.max(value, TOE * before);
    };
  }

  private static double bent(double value) {
    return MIDDLE + HALF_RANGE * StrictMath.tanh((value - MIDDLE) / HALF_RANGE);
  }
}
