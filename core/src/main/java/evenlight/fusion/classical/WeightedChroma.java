package evenlight.fusion.classical;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.filter.Strips;
import evenlight.image.Image;
import evenlight.image.StudioYcbcr;
import java.util.List;

/**
 * Adds the exposures' chroma to a fused luminance, the more colourful the more it counts.
 *
 * <pre>
 * C = Σ C_k |C_k - 128| / Σ |C_k - 128|,   128 where all are grey
 * </pre>
 */
final class WeightedChroma implements Strips.Worker {
  private final List<Exposure> exposures;
  private final StudioYcbcr colours;
  private final LuminanceRows luminance;
  private final float[][] planes;
  private final double[][] source;
  private final double[][] fused;
  private final double[][] weights;

  private WeightedChroma(
      Bracket bracket, StudioYcbcr colours, LuminanceRows luminance, float[][] planes) {
    this.exposures = bracket.exposures();
    this.colours = colours;
    this.luminance = luminance;
    this.planes = planes;
    this.source = new double[3][bracket.width()];
    this.fused = new double[3][bracket.width()];
    this.weights = new double[3][bracket.width()];
  }

  /** The picture in RGB that has the bracket's chroma and another luminance. */
  static Image with(LuminanceRows luminance, Bracket bracket, StudioYcbcr colours, Strips strips) {
    int height = bracket.height();
    int width = bracket.width();
    float[][] planes = new float[3][height * width];
    strips.run(height, () -> new WeightedChroma(bracket, colours, luminance, planes));
    return Image.of(height, width, planes);
  }

  @Override
  public void compute(int from, int to) {
    for (int y = from; y < to; y++) {
      luminance.row(y, fused[0]);
      for (int k = 0; k < exposures.size(); k++) {
        colours.read(exposures.get(k).image(), y, source);
        add(1, k == 0);
        add(2, k == 0);
      }
      divide(1);
      divide(2);
      colours.write(fused, planes, y * fused[0].length);
    }
  }

  private void add(int channel, boolean first) {
    double[] sum = fused[channel];
    double[] sumOfWeights = weights[channel];
    for (int x = 0; x < sum.length; x++) {
      double chroma = source[channel][x];
      double weight = Math.abs(chroma - StudioYcbcr.NEUTRAL);
      sum[x] = (first ? 0 : sum[x]) + chroma * weight;
      sumOfWeights[x] = (first ? 0 : sumOfWeights[x]) + weight;
    }
  }

  private void divide(int channel) {
    double[] sum = fused[channel];
    for (int x = 0; x < sum.length; x++) {
      double weight = weights[channel][x];
      sum[x] = weight == 0 ? StudioYcbcr.NEUTRAL : colours.limited(sum[x] / weight);
    }
  }
}
