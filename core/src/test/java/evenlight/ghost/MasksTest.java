package evenlight.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.filter.Strips;
import evenlight.image.Image;
import org.junit.jupiter.api.Test;

/** The parts that masks are made of: areas, distances, fractions of a size. */
class MasksTest {
  private static final Strips STRIPS = new Strips(2);

  private static byte[] mask(String... rows) {
    String all = String.join("", rows);
    byte[] mask = new byte[all.length()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (all.charAt(i) == '#' ? 1 : 0);
    }
    return mask;
  }

  @Test
  void removeSmaller_areasThatTouchAtACorner_areOne() {
    byte[] mask = mask("##...#", "..#...", "...#.#");

    new Areas(3, 6).removeSmaller(mask, 4);

    assertThat(mask).isEqualTo(mask("##....", "..#...", "...#.."));
  }

  @Test
  void removeWithout_areasThatHoldNoSeed_vanish() {
    byte[] mask = mask("##.##", ".....", "#.###");

    new Areas(3, 5).removeWithout(mask, mask(".#...", "#....", "....#"));

    assertThat(mask).isEqualTo(mask("##...", ".....", "..###"));
  }

  private static float[] distances(boolean greater, float[] first, float[] second) {
    float[] distances = new float[first.length];
    STRIPS.run(1, () -> new Distances(first, second, first.length, 1, greater, distances));
    return distances;
  }

  @Test
  void distances_edgeMovedByAPixel_areZero() {
    float[] first = {0, 0, 0, 1, 1};
    float[] second = {0, 0, 1, 1, 1};

    assertThat(distances(true, first, second)).containsOnly(0);
    assertThat(distances(false, first, second)).containsOnly(0);
  }

  @Test
  void distances_lineThatIsMissing_countsOnlyWhereEachMustExplainTheOther() {
    float[] first = {0, 0, 1, 0, 0};
    float[] second = {0, 0, 0, 0, 0};

    assertThat(distances(true, first, second)).containsExactly(0, 0, 1, 0, 0);
    assertThat(distances(false, first, second)).containsOnly(0);
  }

  @Test
  void usualDistance_isWhatNineOfTenPixelsKeep() {
    UsualDistance usual = new UsualDistance();
    for (int i = 0; i < 100; i++) {
      for (float brightness = 0; brightness <= 1; brightness += 0.01f) {
        usual.add(brightness, i < 92 ? 0.1f : 0.2f);
      }
    }
    usual.finish();

    assertThat(usual.at(0.5f)).isCloseTo(0.1f, within(0.002f));
    assertThat(usual.at(1)).isCloseTo(0.1f, within(0.002f));
  }

  @Test
  void fraction_ofLargePictures_hasALongSideOfAtMost1024() {
    assertThat(Fraction.of(3000, 4000)).isEqualTo(new Fraction(750, 1000, 4));
    assertThat(Fraction.of(1024, 10)).isEqualTo(new Fraction(1024, 10, 1));
    assertThat(Fraction.of(65_000, 10)).isEqualTo(new Fraction(1016, 1, 64));
  }

  @Test
  void reduce_blocksThatAreCutOff_areMeansOfWhatIsThere() {
    Image image = Image.of(3, 3, new float[] {1, 1, 0, 1, 1, 0, 0.5f, 0.5f, 0.25f});

    Image reduced = new Fraction(2, 2, 2).reduce(image, STRIPS);

    assertThat(reduced.plane(0)).containsExactly(1, 0, 0.5f, 0.25f);
  }

  @Test
  void row_betweenCentres_isLinear() {
    SmoothPlane plane = new SmoothPlane(new Fraction(1, 2, 4), new float[] {0, 1});
    float[] row = new float[8];

    plane.row(3, row);

    assertThat(row).containsExactly(0, 0, 0.125f, 0.375f, 0.625f, 0.875f, 1, 1);
  }
}
