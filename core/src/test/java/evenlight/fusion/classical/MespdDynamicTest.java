package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MespdDynamicTest {
  private static final int HEIGHT = 150;
  private static final int WIDTH = 180;
  private static final double[] GAINS = {0.35, 0.6, 0.95};

  @Test
  void fuse_sceneWithoutMotion_isThatOfStaticMode() {
    Bracket still = bracket(scene(0, -1), scene(1, -1), scene(2, -1));
    assertThat(fuse("mespd:mode=dynamic", still)).isEqualTo(fuse("mespd", still));
  }

  /**
   * A square of stripes that only the brightest exposure shows goes; what differs afterwards is
   * that the square takes part in the histograms.
   */
  @Test
  void fuse_movingObject_isNearlyThatOfTheSceneWithoutIt() {
    Image wanted = fuse("mespd", bracket(scene(0, -1), scene(1, -1), scene(2, -1)));
    Bracket moving = bracket(scene(0, -1), scene(1, -1), scene(2, 60));
    double ghost = difference(fuse("mespd", moving), wanted);
    double left = difference(fuse("mespd:mode=dynamic", moving), wanted);
    assertThat(ghost).isGreaterThan(0.5);
    assertThat(left).isLessThan(0.1);
  }

  @Test
  void fuse_twoExposures_takesTheDarkerAsReference() {
    Bracket moving = bracket(scene(0, -1), scene(2, 60));
    Image wanted = fuse("mespd", bracket(scene(0, -1), scene(2, -1)));
    assertThat(difference(fuse("mespd", moving), wanted)).isGreaterThan(0.5);
    assertThat(difference(fuse("mespd:mode=dynamic", moving), wanted)).isLessThan(0.1);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,3", "7,5", "16,16", "70,90"})
  void fuse_anySizeAndFlatPictures_isFiniteAndInRange(int height, int width) {
    for (float level : new float[] {0, 0.5f, 1}) {
      float[] flat = new float[height * width];
      Arrays.fill(flat, level);
      float[] other = new float[height * width];
      for (int i = 0; i < other.length; i++) {
        other[i] = i * 7 % 256 / 255f;
      }
      Image fused =
          fuse(
              "mespd:mode=dynamic",
              bracket(
                  Image.of(height, width, flat, flat, flat),
                  Image.of(height, width, other, other, flat)));
      for (float sample : fused.plane(1)) {
        assertThat(sample).isBetween(0f, 1f);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mespd:mode=moving", "mespd:mode=", "mespd:p=6"})
  void named_badOption_isRefused(String choice) {
    assertThatThrownBy(() -> FusionMethods.named(choice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mode");
  }

  @Test
  void fingerprint_modes_differ() {
    assertThat(FusionMethods.named("mespd:mode=dynamic").fingerprint())
        .isNotEqualTo(FusionMethods.named("mespd").fingerprint());
    assertThat(FusionMethods.named("mespd:mode=static").fingerprint())
        .isEqualTo(FusionMethods.named("mespd").fingerprint());
  }

  private static Image fuse(String choice, Bracket bracket) {
    return FusionMethods.named(choice).fuse(bracket);
  }

  /** Greatest difference of any sample. */
  private static double difference(Image one, Image other) {
    double greatest = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < one.pixels(); i++) {
        greatest = Math.max(greatest, Math.abs(one.plane(c)[i] - other.plane(c)[i]));
      }
    }
    return greatest;
  }

  private static Bracket bracket(Image... images) {
    List<Exposure> exposures = new ArrayList<>();
    for (Image image : images) {
      exposures.add(new Exposure("exposure " + exposures.size(), new Photo(image, 8)));
    }
    return Bracket.of(exposures);
  }

  /**
   * Slopes and texture of one exposure, on 256 levels, and a square of stripes from a column on.
   */
  private static Image scene(int exposure, int column) {
    float[][] planes = new float[3][HEIGHT * WIDTH];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        int y = i / WIDTH;
        int x = i % WIDTH;
        double light =
            0.5 + 0.3 * Math.sin(x / 11.0 + c) * Math.cos(y / 13.0) + 0.1 * Math.sin(x * y);
        boolean inSquare = column >= 0 && x >= column && x < column + 40 && y >= 50 && y < 90;
        double level = inSquare ? (y / 4 % 2 == 0 ? 0.1 : 0.9) : light;
        planes[c][i] = (float) Math.rint(level * GAINS[exposure] * 255) / 255;
      }
    }
    return Image.of(HEIGHT, WIDTH, planes);
  }
}
