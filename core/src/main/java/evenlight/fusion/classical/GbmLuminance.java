package evenlight.fusion.classical;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.filter.Equalisation;
import evenlight.filter.Plane;
import evenlight.filter.Strips;
import evenlight.image.StudioYcbcr;
import java.util.Arrays;

/** Steps 4 to 6 of {@link GbmFusion}: from the gradient to the fused luminance. */
final class GbmLuminance {
  private final Bracket bracket;
  private final StudioYcbcr colours;
  private final GbmFusion.Options options;
  private final Strips strips;

  GbmLuminance(Bracket bracket, StudioYcbcr colours, GbmFusion.Options options, Strips strips) {
    this.bracket = bracket;
    this.colours = colours;
    this.options = options;
    this.strips = strips;
  }

  LuminanceRows rows() {
    double[] luminance =
        options
            .solver()
            .reconstruction()
            .reconstruct(StrongestGradient.of(bracket, colours, strips), strips);
    LuminanceStretch stretch = LuminanceStretch.of(luminance, bracket.width(), strips);
    if (stretch.isFlat()) {
      return aroundMean(luminance);
    }
    stretch.apply(luminance, bracket.width(), colours, strips);
    return equalised(Plane.of(bracket.height(), bracket.width(), luminance));
  }

  private LuminanceRows equalised(Plane plane) {
    Equalisation equalisation = options.clahe().equalisation(plane, colours.rounded(), strips);
    int width = plane.width();
    return (y, levels) -> {
      System.arraycopy(plane.samples(), y * width, levels, 0, width);
      equalisation.row(y, levels);
      for (int x = 0; x < width; x++) {
        levels[x] = colours.limited(StudioYcbcr.RANGE * levels[x] + StudioYcbcr.BLACK);
      }
    };
  }

  private LuminanceRows aroundMean(double[] luminance) {
    double mean = meanOfSources();
    int width = bracket.width();
    return (y, levels) -> {
      for (int x = 0; x < width; x++) {
        levels[x] = colours.limited(luminance[y * width + x] + mean);
      }
    };
  }

  private double meanOfSources() {
    double[][] ycbcr = new double[3][bracket.width()];
    double sum = 0;
    for (Exposure exposure : bracket.exposures()) {
      for (int y = 0; y < bracket.height(); y++) {
        colours.read(exposure.image(), y, ycbcr);
        sum += Arrays.stream(ycbcr[0]).sum();
      }
    }
    return sum / ((double) bracket.height() * bracket.width() * bracket.size());
  }
}
