package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FormulaBracket;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.io.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MertensFusionTest {
  /** Rounding to 16 bits, and what the rounding of floats leaves in OpenCV. */
  private static final double REFERENCE_TOLERANCE = 1e-4;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "default, 16, 24, 3 16, range=clip",
    "paper, 17, 23, 3 16, exposedness=1",
    "three, 19, 14, 2 8 24, exposedness=1",
    "exponents, 13, 21, 2 8 24, contrast=0.5:saturation=2:exposedness=0.75",
    "row, 1, 9, 3 16, exposedness=1",
    "column, 7, 2, 2 8 24, exposedness=0"
  })
  void fuse_syntheticBracket_isWhatOpenCvMakes(
      String name, int height, int width, String gains, String options) throws IOException {
    int[] numbers = Arrays.stream(gains.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    Image fused =
        FusionMethods.named("mertens:" + options)
            .fuse(FormulaBracket.of16Bits(height, width, numbers));
    List<String[]> pixels = reference(name);
    assertThat(pixels).hasSize(height * width);
    for (String[] pixel : pixels) {
      for (int c = 0; c < 3; c++) {
        double expected = Math.min(Math.max(Double.parseDouble(pixel[3 + c]), 0), 1);
        float actual = fused.at(c, Integer.parseInt(pixel[1]), Integer.parseInt(pixel[2]));
        assertThat((double) actual)
            .as("channel %d at %s, %s", c, pixel[1], pixel[2])
            .isCloseTo(expected, within(REFERENCE_TOLERANCE));
      }
    }
  }

  private static List<String[]> reference(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            MertensFusionTest.class.getResourceAsStream("/golden/mertens.csv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(",", -1))
          .filter(cells -> cells[0].equals(name))
          .toList();
    }
  }

  @Test
  void fuse_singlePixels_isTheirMeanSinceNoneHasContrast() {
    assertThat(FusionMethods.named("mertens").fuse(pixels(100, 200)).at(0, 0, 0))
        .isEqualTo(150 / 255f);
  }

  @Test
  void fuse_singlePixelsByExposednessAlone_isTheWeightedMean() {
    double dark = Math.exp(-3 * Math.pow(51 / 255.0 - 0.5, 2) / 0.08);
    double bright = Math.exp(-3 * Math.pow(153 / 255.0 - 0.5, 2) / 0.08);
    double mean = (51 * dark + 153 * bright) / (dark + bright);
    Image fused =
        FusionMethods.named("mertens:contrast=0:saturation=0:exposedness=1").fuse(pixels(51, 153));
    assertThat(fused.at(1, 0, 0)).isEqualTo(Math.round(mean) / 255f);
  }

  @Test
  void fuse_extendedRange_clipsFewerSamples() {
    Bracket bracket = Bracket.of(List.of(window(2), window(24)));
    int clipped = clipped(FusionMethods.named("mertens").fuse(bracket));
    int extended = clipped(FusionMethods.named("mertens:range=extended").fuse(bracket));
    assertThat(clipped).isGreaterThan(100);
    assertThat(extended).isLessThan(clipped / 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contrast", "saturation", "exposedness"})
  void named_negativeExponent_isRefused(String option) {
    assertThatThrownBy(() -> FusionMethods.named("mertens:" + option + "=-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the option " + option + " must be 0 or more, but is -1.0");
  }

  @Test
  void named_unknownRange_isRefused() {
    assertThatThrownBy(() -> FusionMethods.named("mertens:range=wide"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the option range must be one of [clip, extended], but is \"wide\"");
  }

  @Test
  void named_withWeights_isRefused() {
    FusionSettings settings = FusionSettings.defaults().withWeights(Path.of("w.safetensors"));
    assertThatThrownBy(() -> FusionMethods.named("mertens", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must run without weights");
  }

  @Test
  void fingerprint_otherOptions_differs() {
    assertThat(FusionMethods.named("mertens:contrast=2").fingerprint())
        .isNotEqualTo(FusionMethods.named("mertens").fingerprint());
  }

  private static Bracket pixels(int... levels) {
    return Bracket.of(
        Arrays.stream(levels)
            .mapToObj(
                level -> {
                  byte[] plane = {(byte) level};
                  Image image = Image.ofBytes(1, 1, plane, plane, plane);
                  return new Exposure("level " + level, new Photo(image, 8));
                })
            .toList());
  }

  /** A bright, textured window in a dark, textured room; nothing is black or white. */
  private static Exposure window(int gain) {
    byte[][] planes = new byte[3][64 * 64];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        int light = i % 64 / 16 % 2 == 0 ? 5 : 90;
        int texture = i * i % 13 + 3 * c;
        planes[c][i] = (byte) Math.min(1 + (light + texture) * gain / 8, 254);
      }
    }
    return new Exposure("gain " + gain, new Photo(Image.ofBytes(64, 64, planes), 8));
  }

  private static int clipped(Image image) {
    Image8 samples = Image8.of(image);
    int clipped = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < samples.pixels(); i++) {
        clipped += samples.at(c, i) % 255 == 0 ? 1 : 0;
      }
    }
    return clipped;
  }
}
