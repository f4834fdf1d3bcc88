package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.fusion.FormulaBracket;
import evenlight.image.Image;
import evenlight.pyramid.Border;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MertensRowsTest {
  private static final MertensFusion.Options ALL =
      new MertensFusion.Options(1, 1, 1, MertensFusion.Range.CLIP);
  private static final MertensFusion.Options EXPOSEDNESS =
      new MertensFusion.Options(0, 0, 1, MertensFusion.Range.CLIP);

  @Test
  void single_anyNumber_isTheCastToFloat() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      double x = random.nextDouble() - 0.5;
      assertThat(MertensRows.single(x)).isEqualTo((float) x);
    }
    assertThat(MertensRows.single(0)).isZero();
  }

  @Test
  void weigh_grey_isTheGaussianAroundTheMiddle() {
    for (int level = 0; level < 256; level++) {
      byte[] plane = {(byte) level};
      double[][] row =
          row(
              new MertensRows(
                  Image.ofBytes(1, 1, plane, plane, plane), EXPOSEDNESS, Optional.empty()));
      double weight = weight(EXPOSEDNESS, row);
      double expected = Math.exp(-3 * Math.pow(level / 255.0 - 0.5, 2) / 0.08);
      assertThat(weight / expected).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void weigh_singleColouredPixelOnBlack_isTheProductOfTheMeasures() {
    byte[] red = {0, 0, 0, 0, (byte) 255, 0, 0, 0, 0};
    byte[] none = new byte[9];
    MertensRows rows = new MertensRows(Image.ofBytes(3, 3, red, none, none), ALL, Optional.empty());
    double[][][] three = new double[3][4][3];
    for (int y = 0; y < 3; y++) {
      rows.row(y, three[y]);
    }
    double[] weight = new double[3];
    rows.weigh(three[0], three[1], three[2], weight);
    double contrast = 4 * 0.299;
    double saturation = Math.sqrt(4 / 9.0 + 1 / 9.0 + 1 / 9.0);
    double exposedness = Math.exp(-0.75 / 0.08);
    assertThat(weight[1]).isCloseTo(contrast * saturation * exposedness, within(1e-8));
    assertThat(weight[0]).isZero();
  }

  @Test
  void row_exposures_weightsSumToOne() {
    List<MertensRows> exposures =
        FormulaBracket.of(17, 29, 2, 9, 24).exposures().stream()
            .map(exposure -> new MertensRows(exposure.image(), ALL, Optional.empty()))
            .toList();
    WeightedExposures rows =
        new WeightedExposures(exposures, new double[] {1, 2, 3}, Border.REFLECT_101);
    double[][] row = new double[rows.layers()][rows.width()];
    for (int y = 0; y < rows.height(); y++) {
      rows.row(y, row);
      for (int x = 0; x < rows.width(); x++) {
        assertThat(row[0][x] + row[1][x] + row[2][x]).isCloseTo(1, within(1e-14));
      }
    }
  }

  private static double[][] row(MertensRows rows) {
    double[][] row = new double[rows.layers()][rows.width()];
    rows.row(0, row);
    return row;
  }

  private static double weight(MertensFusion.Options options, double[][] row) {
    byte[] any = new byte[1];
    double[] weight = new double[1];
    new MertensRows(Image.ofBytes(1, 1, any, any, any), options, Optional.empty())
        .weigh(row, row, row, weight);
    return weight[0];
  }
}
