package evenlight.metric;

import evenlight.image.Image8;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import java.net.URI;

/**
 * How different the colours are from those of the ground truth to the eye: the mean CIEDE2000 of
 * all pixels.
 *
 * <pre>
 * ΔE00 = √((ΔL'/SL)² + (ΔC'/SC)² + (ΔH'/SH)² + RT (ΔC'/SC) (ΔH'/SH)),   kL = kC = kH = 1
 * </pre>
 *
 * <p>About 1 is a difference that can just be seen side by side. Samples are taken as sRGB and
 * converted to CIE L*a*b* under D65. The formula has jumps where hues are opposite; the branches
 * here are those of the reference.
 *
 * <p>Reference: Sharma, Wu, Dalal, "The CIEDE2000 color-difference formula: Implementation notes,
 * supplementary test data, and mathematical observations", Color Research and Application 30(1),
 * 2005; numbers in brackets are its equations.
 */
public final class Ciede2000 implements Metric {
  /** The mean over all pixels of sRGB. */
  public static final Ciede2000 SRGB = new Ciede2000();

  private static final double TURN = 2 * Math.PI;
  private static final double POW_25_7 = 6103515625.0;

  private static final MetricCard CARD =
      new MetricCard(
          "ciede2000",
          "CIEDE2000",
          Against.REFERENCE,
          Direction.LOWER,
          "[0, ∞)",
          "ΔE00",
          "mean of ΔE00 over all pixels, kL = kC = kH = 1",
          "sRGB (IEC 61966-2-1) to CIE L*a*b*, white D65 = (255, 255, 255)",
          Wording.LEVELS,
          Wording.NO_WINDOW,
          "L*a*b* of sRGB under D65, mean",
          "Sharma, Wu, Dalal, The CIEDE2000 color-difference formula: implementation notes,"
              + " supplementary test data, and mathematical observations, Color Research and"
              + " Application, 2005",
          URI.create("https://doi.org/10.1002/col.20070"),
          "Older works report ΔE of 1976, the distance in L*a*b*, which is larger for saturated"
              + " colours. OpenCV's 8-bit L*a*b* is rounded; here nothing is rounded on the way.");

  private Ciede2000() {}

  @Override
  public MetricCard card() {
    return CARD;
  }

  @Override
  public Score score(Comparison comparison) {
    Image8 truth = comparison.requireReference(CARD);
    Image8 fused = comparison.fused();
    int width = fused.width();
    double[] sum =
        Rows.sums(
            fused.height(),
            1,
            (row, sums) -> {
              for (int i = row * width; i < (row + 1) * width; i++) {
                sums[0] += difference(lab(truth, i), lab(fused, i));
              }
            });
    return Score.of(sum[0] / fused.pixels());
  }

  private static Lab lab(Image8 image, int place) {
    int last = image.channels() - 1;
    return Lab.ofSrgb(image.at(0, place), image.at(last / 2, place), image.at(last, place));
  }

  /** The difference of two colours; symmetric, 0 for equal ones. */
  static double difference(Lab first, Lab second) {
    if (first.equals(second)) {
      return 0;
    }
    double stretch = 1.5 - 0.5 * share((first.chroma() + second.chroma()) / 2); // (4), (5)
    double chroma1 = Math.hypot(stretch * first.a(), first.b());
    double chroma2 = Math.hypot(stretch * second.a(), second.b());
    double hue1 = hue(first.b(), stretch * first.a());
    double hue2 = hue(second.b(), stretch * second.a());
    boolean coloured = chroma1 * chroma2 != 0;

    double turn = coloured ? shortest(hue2 - hue1) : 0; // (10)
    double hueDifference = 2 * Math.sqrt(chroma1 * chroma2) * Math.sin(turn / 2); // (11)
    double lightness = (first.lightness() + second.lightness()) / 2 - 50;
    double chroma = (chroma1 + chroma2) / 2;
    double hue = coloured ? mean(hue1, hue2) : hue1 + hue2;

    double weight = // (15)
        1
            - 0.17 * Math.cos(hue - Math.PI / 6)
            + 0.24 * Math.cos(2 * hue)
            + 0.32 * Math.cos(3 * hue + Math.PI / 30)
            - 0.20 * Math.cos(4 * hue - Math.PI * 63 / 180);
    double square = lightness * lightness;
    double inLightness =
        (second.lightness() - first.lightness())
            / (1 + 0.015 * square / Math.sqrt(20 + square)); // (18)
    double inChroma = (chroma2 - chroma1) / (1 + 0.045 * chroma); // (19)
    double inHue = hueDifference / (1 + 0.015 * chroma * weight); // (20)
    double blueness = (Math.toDegrees(hue) - 275) / 25;
    double rotation = // (16), (17), (21)
        -Math.sin(Math.PI / 3 * Math.exp(-blueness * blueness)) * 2 * share(chroma);
    return Math.sqrt(
        Math.max(
            0,
            inLightness * inLightness
                + inChroma * inChroma
                + inHue * inHue
                + rotation * inChroma * inHue));
  }

  /** √(C⁷ / (C⁷ + 25⁷)). */
  private static double share(double chroma) {
    double cube = chroma * chroma * chroma;
    double power = cube * cube * chroma;
    return Math.sqrt(power / (power + POW_25_7));
  }

  /** From 0 to a whole turn. (7) */
  private static double hue(double b, double a) {
    double angle = Math.atan2(b, a);
    return angle < 0 ? angle + TURN : angle;
  }

  private static double shortest(double turn) {
    if (turn > Math.PI) {
      return turn - TURN;
    }
    return turn < -Math.PI ? turn + TURN : turn;
  }

  /** In the middle of the shorter way between two hues. (14) */
  private static double mean(double hue1, double hue2) {
    double sum = hue1 + hue2;
    if (Math.abs(hue1 - hue2) <= Math.PI) {
      return sum / 2;
    }
    return sum < TURN ? (sum + TURN) / 2 : (sum - TURN) / 2;
  }
}
