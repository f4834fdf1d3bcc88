package evenlight.fusion.classical;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.filter.GradientField;
import evenlight.filter.Strips;
import evenlight.image.StudioYcbcr;
import java.util.List;

/**
 * At each pixel the luminance gradient of the exposure where it is steepest.
 *
 * <p>Gradients are differences to the right and lower neighbour, and 0 at the last column and row.
 * Of equally steep ones the darkest exposure's is taken.
 */
final class StrongestGradient implements Strips.Worker {
  private final List<Exposure> exposures;
  private final StudioYcbcr colours;
  private final int height;
  private final int width;
  private final float[] across;
  private final float[] down;
  private final double[][] scratch;
  private final double[][] here;
  private final double[][] below;

  private StrongestGradient(Bracket bracket, StudioYcbcr colours, float[] across, float[] down) {
    this.exposures = bracket.exposures();
    this.colours = colours;
    this.height = bracket.height();
    this.width = bracket.width();
    this.across = across;
    this.down = down;
    this.scratch = new double[3][width];
    this.here = new double[bracket.size()][width];
    this.below = new double[bracket.size()][width];
  }

  static GradientField of(Bracket bracket, StudioYcbcr colours, Strips strips) {
    int height = bracket.height();
    int width = bracket.width();
    float[] across = new float[height * width];
    float[] down = new float[height * width];
    strips.run(height, () -> new StrongestGradient(bracket, colours, across, down));
    return GradientField.of(height, width, across, down);
  }

  @Override
  public void compute(int from, int to) {
    luminance(from, below);
    for (int y = from; y < to; y++) {
      for (int k = 0; k < exposures.size(); k++) {
        double[] row = here[k];
        here[k] = below[k];
        below[k] = row;
      }
      luminance(Math.min(y + 1, height - 1), below);
      for (int x = 0; x < width; x++) {
        choose(y * width + x, x, Math.min(x + 1, width - 1));
      }
    }
  }

  private void luminance(int y, double[][] rows) {
    for (int k = 0; k < exposures.size(); k++) {
      colours.read(exposures.get(k).image(), y, scratch);
      System.arraycopy(scratch[0], 0, rows[k], 0, width);
    }
  }

  private void choose(int place, int x, int right) {
    double steepest = -1;
    for (int k = 0; k < here.length; k++) {
      double ofAcross = here[k][right] - here[k][x];
      double ofDown = below[k][x] - here[k][x];
      double steepness = ofAcross * ofAcross + ofDown * ofDown;
      if (steepness > steepest) {
        steepest = steepness;
        across[place] = (float) ofAcross;
        down[place] = (float) ofDown;
      }
    }
  }
}
