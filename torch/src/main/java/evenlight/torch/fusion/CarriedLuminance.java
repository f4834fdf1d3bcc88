package evenlight.torch.fusion;

import evenlight.fusion.LuminanceRows;

/**
 * Luminance that was fused at a reduced size and is carried to full size by a local linear model of
 * both exposures, see {@link evenlight.torch.network.LocalLinearModel}: a row at a time, so that
 * nothing is held at full size.
 */
final class CarriedLuminance implements Luminance {
  private final Luminance over;
  private final Luminance under;
  private final Grid grid;
  private final float[] coefficients;
  private final float[] reduced;

  /**
   * Luminance by its model.
   *
   * @param coefficients a, b and c of every reduced pixel, plane after plane
   * @param reduced what was fused, in [0,1]
   */
  CarriedLuminance(
      Luminance over, Luminance under, Grid grid, float[] coefficients, float[] reduced) {
    this.over = over;
    this.under = under;
    this.grid = grid;
    this.coefficients = coefficients;
    this.reduced = reduced;
  }

  /**
   * Where full and reduced pixels lie.
   *
   * @param fullWidth columns at full size
   * @param height rows at the reduced size
   * @param width columns at the reduced size
   * @param reduction how many times smaller that is
   */
  record Grid(int fullWidth, int height, int width, int reduction) {
    /** The middle of a full pixel among the reduced ones, but not before the first. */
    float place(int full) {
      return Math.max((full + 0.5f) / reduction - 0.5f, 0);
    }
  }

  @Override
  public float[] reduced() {
    return reduced;
  }

  @Override
  public LuminanceRows rows() {
    LuminanceRows overRows = over.rows();
    LuminanceRows underRows = under.rows();
    float[] o = new float[grid.fullWidth()];
    float[][] abc = new float[3][grid.width() + 1];
    int[] left = new int[grid.fullWidth()];
    float[] share = new float[grid.fullWidth()];
    for (int x = 0; x < left.length; x++) {
      left[x] = (int) grid.place(x);
      share[x] = grid.place(x) - left[x];
    }
    return (y, row) -> {
      overRows.read(y, o);
      underRows.read(y, row);
      between(y, abc);
      apply(o, abc, left, share, row);
    };
  }

  /** The coefficients between two reduced rows; the last column stands twice. */
  private void between(int y, float[][] abc) {
    float place = grid.place(y);
    int first = Math.min((int) place, grid.height() - 1);
    int second = Math.min(first + 1, grid.height() - 1);
    float share = place - first;
    int width = grid.width();
    for (int i = 0; i < abc.length; i++) {
      int plane = i * grid.height() * width;
      for (int x = 0; x < width; x++) {
        float above = coefficients[plane + first * width + x];
        abc[i][x] = above + share * (coefficients[plane + second * width + x] - above);
      }
      abc[i][width] = abc[i][width - 1];
    }
  }

  private static void apply(float[] over, float[][] abc, int[] left, float[] share, float[] row) {
    float[] a = abc[0];
    float[] b = abc[1];
    float[] c = abc[2];
    for (int x = 0; x < row.length; x++) {
      int i = left[x];
      float s = share[x];
      float fused =
          (a[i] + s * (a[i + 1] - a[i])) * (over[x] - 0.5f)
              + (b[i] + s * (b[i + 1] - b[i])) * (row[x] - 0.5f)
              + (c[i] + s * (c[i + 1] - c[i]))
              + 0.5f;
      row[x] = Math.min(Math.max(fused, 0), 1);
    }
  }
}
