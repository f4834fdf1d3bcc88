package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.filter.Strips;
import evenlight.fusion.Device;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MespdFusionTest {
  /** Flat exposures have no detail: what is left are their levels, weighted by g. */
  @ParameterizedTest
  @CsvSource({"16,16", "70,90"})
  void fuse_flatExposures_isTheirLevelsByTheirExposedness(int height, int width) {
    double dark = 0.2f;
    double bright = 0.6f;
    double darkWeight = 512 * Math.pow(dark, 5);
    double brightWeight = 1 - 512 * Math.pow(bright - 0.5, 5);
    double expected = (darkWeight * dark + brightWeight * bright) / (darkWeight + brightWeight);
    Image fused = fuse(flat(height, width, 0.2f), flat(height, width, 0.6f));
    for (int c = 0; c < 3; c++) {
      for (float sample : fused.plane(c)) {
        assertThat(sample).isCloseTo((float) expected, within(1e-6f));
      }
    }
  }

  /** One pixel has no variance either. */
  @Test
  void fuse_onePixel_isItsLevelsByTheirExposedness() {
    assertThat(fuse(flat(1, 1, 0.25f), flat(1, 1, 0.75f)).at(0, 0, 0))
        .isCloseTo(0.5f, within(1e-6f));
  }

  @Test
  void fuse_blackAndWhite_hasEqualPartsOfBoth() {
    assertThat(fuse(flat(40, 50, 0), flat(40, 50, 1)).at(1, 20, 20)).isCloseTo(0.5f, within(1e-6f));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,9", "2,3", "7,5", "16,16", "63,64", "64,65", "129,70"})
  void fuse_anySize_isFiniteAndInRange(int height, int width) {
    for (int count = 2; count <= 5; count++) {
      Image[] exposures = new Image[count];
      for (int k = 0; k < count; k++) {
        exposures[k] = random(height, width, k + 1);
      }
      requireInRange(fuse(exposures), height, width);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0.00001", "1,0.99999", "0,1", "0.5,0.50001"})
  void fuse_flatPictures_isFiniteAndInRange(float first, float second) {
    requireInRange(fuse(flat(80, 70, first), flat(80, 70, second)), 80, 70);
    requireInRange(fuse(flat(9, 8, first), flat(9, 8, second)), 9, 8);
  }

  @Test
  void fuse_equalExposures_isThatExposure() {
    Image image = random(70, 80, 3);
    assertThat(fuse(image, image, image)).isEqualTo(image);
  }

  /** What the formulas give where nothing is to be fused, on a smooth picture with texture. */
  @ParameterizedTest
  @CsvSource({"20,30", "130,150"})
  void pyramid_equalExposures_isNearlyThatExposure(int height, int width) {
    float[] plane = new float[height * width];
    for (int i = 0; i < plane.length; i++) {
      int y = i / width;
      int x = i % width;
      plane[i] = (float) (0.5 + 0.25 * Math.sin(x / 9.0) * Math.cos(y / 7.0));
    }
    Image image = Image.of(height, width, plane, plane, plane);
    Image fused =
        new MespdPyramid(new Strips(1)).fuse(new ExposureRows.OfImages(List.of(image, image)));
    double sum = 0;
    for (int i = 0; i < plane.length; i++) {
      sum += Math.abs(fused.plane(0)[i] - plane[i]);
    }
    assertThat(sum / plane.length).isLessThan(0.01);
  }

  @Test
  void fuse_anyNumberOfThreads_hasTheSameBits() throws IOException {
    Bracket bracket = bracket(random(300, 90, 1), random(300, 90, 2), random(300, 90, 3));
    Image one = fuse(bracket, 1);
    assertThat(fuse(bracket, 2)).isEqualTo(one);
    assertThat(fuse(bracket, 5)).isEqualTo(one);
    assertThat(fuse(bracket, 0)).isEqualTo(one);
  }

  @Test
  void intermediateScales_sizes_leaveBetween32And63AtTheCoarsest() {
    assertThat(MespdPyramid.intermediateScales(1, 1)).isZero();
    assertThat(MespdPyramid.intermediateScales(63, 5000)).isZero();
    assertThat(MespdPyramid.intermediateScales(5000, 64)).isOne();
    assertThat(MespdPyramid.intermediateScales(384, 512)).isEqualTo(3);
    assertThat(MespdPyramid.intermediateScales(3000, 4000)).isEqualTo(6);
  }

  @Test
  void create_withWeights_isRefused() {
    FusionSettings settings = FusionSettings.defaults().withWeights(Path.of("w.safetensors"));
    assertThatThrownBy(() -> FusionMethods.named("mespd", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the method mespd must run without weights, but was given w.safetensors");
  }

  private static void requireInRange(Image fused, int height, int width) {
    assertThat(fused.height()).isEqualTo(height);
    assertThat(fused.width()).isEqualTo(width);
    for (int c = 0; c < 3; c++) {
      for (float sample : fused.plane(c)) {
        assertThat(sample).isBetween(0f, 1f);
      }
    }
  }

  private static Image fuse(Image... exposures) {
    return FusionMethods.named("mespd").fuse(bracket(exposures));
  }

  private static Image fuse(Bracket bracket, int threads) throws IOException {
    FusionSettings settings = new FusionSettings(Optional.empty(), Device.CPU, threads, Map.of());
    return FusionMethods.named("mespd", settings).fuse(bracket);
  }

  private static Bracket bracket(Image... images) {
    List<Exposure> exposures = new ArrayList<>();
    for (Image image : images) {
      exposures.add(new Exposure("exposure " + exposures.size(), new Photo(image, 8)));
    }
    return Bracket.of(exposures);
  }

  private static Image flat(int height, int width, float level) {
    float[] plane = new float[height * width];
    Arrays.fill(plane, level);
    return Image.of(height, width, plane, plane, plane);
  }

  private static Image random(int height, int width, int seed) {
    Random random = new Random(seed);
    float[][] planes = new float[3][height * width];
    for (float[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = random.nextInt(256) / 255f;
      }
    }
    return Image.of(height, width, planes);
  }
}
