package evenlight.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.io.Photo;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeghostingTest {
  private static final int TOP = 60;
  private static final int NOWHERE = -1000;
  private static final double[] GAINS = {0.25, 0.5, 1, 2};
  // The areas are widened and softened by a few pixels.
  private static final int MARGIN = 6;

  private static Deghosted deghost(Bracket bracket, int reference, GhostLevel level) {
    return new Deghosting(level, 0).apply(bracket, reference);
  }

  private static boolean isSquareOfAny(int y, int x, int margin, int... lefts) {
    for (int left : lefts) {
      boolean inside =
          y >= TOP - margin
              && y < TOP + MovingSquare.SIDE + margin
              && x >= left - margin
              && x < left + MovingSquare.SIDE + margin;
      if (inside) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({"LOW,8", "HIGH,8", "LOW,16", "HIGH,16"})
  void mask_movingSquare_coversItsPlacesAndNothingElse(GhostLevel level, int bitDepth) {
    int[] lefts = {20, 90, 160, 230};
    Bracket bracket = new MovingSquare(180, 300, bitDepth).bracket(TOP, GAINS, lefts);

    Image8 mask = deghost(bracket, 1, level).mask().picture();

    int found = 0;
    int squares = 0;
    int elsewhere = 0;
    for (int i = 0; i < mask.pixels(); i++) {
      int y = i / mask.width();
      int x = i % mask.width();
      boolean marked = mask.at(0, i) > 127;
      if (isSquareOfAny(y, x, 0, lefts)) {
        squares++;
        found += marked ? 1 : 0;
      } else if (marked && !isSquareOfAny(y, x, MARGIN, lefts)) {
        elsewhere++;
      }
    }
    assertThat(found).isGreaterThan((int) (0.97 * squares));
    assertThat(elsewhere).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void apply_movingSquare_putsItWhereTheReferenceHasIt(GhostLevel level) {
    MovingSquare scene = new MovingSquare(180, 300, 8);
    Bracket bracket = scene.bracket(TOP, GAINS, 20, 90, 160, 230);
    Bracket wanted = scene.bracket(TOP, GAINS, 90, 90, 90, 90);

    Deghosted result = deghost(bracket, 1, level);

    assertThat(result.reference()).isSameAs(bracket.exposures().get(1));
    assertThat(result.bracket().exposures().get(1)).isSameAs(bracket.exposures().get(1));
    assertThat(result.replaced())
        .extracting(Deghosted.Replaced::name)
        .containsExactly("exposure 0", "exposure 2", "exposure 3");
    for (int k = 0; k < GAINS.length; k++) {
      Image image = result.bracket().exposures().get(k).image();
      assertThat(farthest(image, wanted.exposures().get(k).image()))
          .as("exposure " + k)
          .isLessThan(0.08f);
    }
  }

  private static float farthest(Image image, Image wanted) {
    float farthest = 0;
    for (int c = 0; c < image.channels(); c++) {
      float[] found = image.plane(c);
      float[] expected = wanted.plane(c);
      for (int i = 0; i < found.length; i++) {
        farthest = Math.max(farthest, Math.abs(found[i] - expected[i]));
      }
    }
    return farthest;
  }

  @Test
  void apply_movingSquare_leavesAllElseAsItWas() {
    Bracket bracket = new MovingSquare(180, 300, 8).bracket(TOP, GAINS, 20, 90, 160, 230);

    Deghosted result = deghost(bracket, 2, GhostLevel.HIGH);

    Image8 mask = result.mask().picture();
    Image8 before = Image8.of(bracket.darkest().image());
    Image8 after = Image8.of(result.bracket().darkest().image());
    for (int i = 0; i < mask.pixels(); i++) {
      if (mask.at(0, i) == 0) {
        assertThat(after.at(1, i)).isEqualTo(before.at(1, i));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void apply_nothingMoves_keepsTheExposures(GhostLevel level) {
    Bracket bracket = new MovingSquare(180, 300, 8).bracket(TOP, GAINS, 90, 90, 90, 90);

    Deghosted result = deghost(bracket, 2, level);

    assertThat(result.replaced()).isEmpty();
    assertThat(result.bracket().exposures()).isEqualTo(bracket.exposures());
    assertThat(result.mask().picture().plane(0)).containsOnly(0);
  }

  @Test
  void apply_squareShiftedByAPixel_isNotTakenForMotion() {
    MovingSquare scene = new MovingSquare(180, 300, 8);
    Exposure steady = scene.exposure("steady", 0.5, TOP, 90);
    Exposure shifted = scene.exposure("shifted", 1, TOP, 91);

    assertThat(deghost(Bracket.of(List.of(steady, shifted)), 0, GhostLevel.LOW).replaced())
        .isEmpty();
  }

  @Test
  void apply_equalExposures_takesTheReference() {
    Bracket bracket =
        new MovingSquare(180, 300, 8).bracket(TOP, new double[] {0.5, 0.5, 0.5}, 20, 90, 160);
    int reference = 1;
    Image wanted = bracket.exposures().get(reference).image();

    Deghosted result = deghost(bracket, reference, GhostLevel.LOW);

    assertThat(result.replaced()).hasSize(2);
    for (Exposure exposure : result.bracket().exposures()) {
      assertThat(farthest(exposure.image(), wanted)).isLessThan(0.08f);
    }
  }

  @Test
  void apply_twoExposures_eitherMayBeTheReference() {
    MovingSquare scene = new MovingSquare(180, 300, 8);
    double[] gains = {0.3, 1};
    Bracket bracket = scene.bracket(TOP, gains, 20, 160);

    Image dark = deghost(bracket, 1, GhostLevel.LOW).bracket().darkest().image();
    Image bright = deghost(bracket, 0, GhostLevel.LOW).bracket().brightest().image();

    assertThat(farthest(dark, scene.bracket(TOP, gains, 160, 160).darkest().image()))
        .isLessThan(0.08f);
    assertThat(farthest(bright, scene.bracket(TOP, gains, 20, 20).brightest().image()))
        .isLessThan(0.08f);
  }

  /** The reference is white where the square of the exposure beside it is; the darkest knows. */
  @Test
  void apply_clippedReference_takesWhatAgreesWithIt() {
    MovingSquare scene = new MovingSquare(180, 300, 8);
    double[] gains = {0.25, 0.5, 8};
    Bracket bracket = scene.bracket(TOP, gains, NOWHERE, 40, NOWHERE);
    Bracket wanted = scene.bracket(TOP, gains, NOWHERE, NOWHERE, NOWHERE);

    Image image = deghost(bracket, 2, GhostLevel.LOW).bracket().exposures().get(1).image();

    assertThat(farthest(image, wanted.exposures().get(1).image())).isLessThan(0.1f);
  }

  @Test
  void apply_clippedReferenceOfTwo_leavesWhatItCannotTell() {
    MovingSquare scene = new MovingSquare(180, 300, 8);
    Exposure dark = scene.exposure("dark", 0.5, TOP, 90);
    float[] white = new float[180 * 300];
    Arrays.fill(white, 1);
    Exposure blank = new Exposure("blank", new Photo(Image.of(180, 300, white, white, white), 8));

    Deghosted result = deghost(Bracket.of(List.of(dark, blank)), 1, GhostLevel.HIGH);

    assertThat(result.bracket().darkest()).isSameAs(dark);
  }

  @Test
  void apply_anyNumberOfThreads_givesTheSameBits() {
    Bracket bracket = new MovingSquare(150, 1100, 8).bracket(TOP, GAINS, 20, 300, 600, 900);

    Bracket one = new Deghosting(GhostLevel.HIGH, 1).apply(bracket, 1).bracket();
    Bracket three = new Deghosting(GhostLevel.HIGH, 3).apply(bracket, 1).bracket();

    assertThat(one.exposures()).isEqualTo(three.exposures());
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,7", "3,2", "17,5"})
  void apply_smallPictures_keepTheirSize(int height, int width) {
    Bracket bracket =
        new MovingSquare(height, width, 8).bracket(0, new double[] {0.2, 1}, NOWHERE, 0);

    Deghosted result = deghost(bracket, 0, GhostLevel.HIGH);

    assertThat(result.bracket().darkest().image().sameSizeAs(bracket.darkest().image())).isTrue();
    assertThat(result.mask().picture().pixels()).isEqualTo(height * width);
  }

  @Test
  void apply_referenceOutsideOfTheBracket_isRefused() {
    Bracket bracket = new MovingSquare(8, 8, 8).bracket(0, new double[] {0.2, 1}, 0, 0);

    assertThatThrownBy(() -> deghost(bracket, 2, GhostLevel.LOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the reference must be one of the exposures 0 to 1, but is 2");
  }
}
