package evenlight.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.io.Photo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every fusion method of the catalogue. */
class FusionMethodContractTest {
  private static final int[][] SIZES = {{1, 1}, {2, 3}, {7, 5}, {16, 16}, {1, 40}, {33, 70}};
  private static final int[] EXPOSURES = {2, 3, 5};

  /** Half a level of 8 bits by rounding, and one by methods that round down. */
  private static final double LEVEL = 1 / 255.0 + 1e-6;

  /**
   * By how many 8-bit levels a result may differ in the mean where the sources have 16 bits, for
   * methods that can differ by more than one somewhere: blend raises the contrast of two pictures
   * that were rounded; gbm equalises histograms of luminance that its authors round to 8 bits on
   * the way, in tiles that hold 25 pixels of this small picture (photographs: 0.8 to 1.2).
   */
  private static final Map<String, Double> MEAN_DEPTH_LEVELS = Map.of("blend", 0.5, "gbm", 5.0);

  static Stream<MethodCard> all() {
    return FusionMethods.cards().stream();
  }

  static Stream<MethodCard> orderless() {
    return all().filter(card -> !card.orderMatters());
  }

  @ParameterizedTest
  @MethodSource("all")
  void fuse_anySizeAndNumber_isAPictureOfThatSize(MethodCard card) throws IOException {
    FusionMethod method = method(card, 0);
    for (int[] size : SIZES) {
      for (int exposures : EXPOSURES) {
        if (exposures <= card.mostExposures()) {
          Bracket bracket = FormulaBracket.ofSize(size[0], size[1], exposures);
          requirePicture(method.fuse(bracket), size[0], size[1]);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void fuse_blackAndWhite_isAPicture(MethodCard card) throws IOException {
    FusionMethod method = method(card, 0);
    for (int level : new int[] {0, 1, 128, 255}) {
      for (int other : new int[] {0, 128, 255}) {
        requirePicture(method.fuse(bracket(flat(9, 12, level), flat(9, 12, other))), 9, 12);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void fuse_equalExposures_isThatExposure(MethodCard card) throws IOException {
    Photo photo = FormulaBracket.photo8(23, 18, 11);
    for (int exposures : EXPOSURES) {
      if (exposures <= card.mostExposures()) {
        List<Photo> copies = Collections.nCopies(exposures, photo);
        assertThat(method(card, 0).fuse(bracket(copies.toArray(Photo[]::new))))
            .isEqualTo(photo.image());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void fuse_bracket_isNotWrittenTo(MethodCard card) throws IOException {
    Bracket bracket = FormulaBracket.ofSize(20, 31, 2);
    method(card, 0).fuse(bracket);
    Bracket same = FormulaBracket.ofSize(20, 31, 2);
    for (int k = 0; k < bracket.size(); k++) {
      assertThat(bracket.exposures().get(k).image()).isEqualTo(same.exposures().get(k).image());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void fuse_otherOrder_isTheSame(MethodCard card) throws IOException {
    List<Exposure> exposures =
        new ArrayList<>(
            FormulaBracket.ofSize(24, 33, Math.min(card.mostExposures(), 3)).exposures());
    Image fused = method(card, 0).fuse(Bracket.of(exposures));
    Collections.reverse(exposures);
    assertThat(method(card, 0).fuse(Bracket.of(exposures))).isEqualTo(fused);
  }

  @ParameterizedTest
  @MethodSource("orderless")
  void fuse_otherOrderOfEqualBrightness_isTheSame(MethodCard card) throws IOException {
    Photo photo = FormulaBracket.photo8(24, 33, 9);
    Photo mirrored = mirrored(photo);
    Image fused = method(card, 0).fuse(bracket(photo, mirrored));
    requireClose(method(card, 0).fuse(bracket(mirrored, photo)), fused);
  }

  @ParameterizedTest
  @MethodSource("all")
  void fuse_sixteenBits_agreesWithEight(MethodCard card) throws IOException {
    int[] gains = FormulaBracket.gains(2);
    Image of8 = method(card, 0).fuse(FormulaBracket.of(40, 35, gains));
    Image of16 = method(card, 0).fuse(FormulaBracket.of16Bits(40, 35, gains));
    Double mean = MEAN_DEPTH_LEVELS.get(card.id());
    if (mean == null) {
      requireClose(of16, of8);
    } else {
      assertThat(meanDifference(of16, of8)).isLessThan(mean * LEVEL);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void fuse_anyNumberOfThreads_hasTheSameBits(MethodCard card) throws IOException {
    for (int height : new int[] {7, 131}) {
      Bracket bracket = FormulaBracket.ofSize(height, 90, Math.min(card.mostExposures(), 3));
      Image alone = method(card, 1).fuse(bracket);
      assertThat(method(card, 3).fuse(bracket)).isEqualTo(alone);
      assertThat(method(card, 0).fuse(bracket)).isEqualTo(alone);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void card_everyField_isFilledIn(MethodCard card) {
    assertThat(
            List.of(
                card.name(),
                card.summary(),
                card.advice(),
                card.cost(),
                card.deviations(),
                card.paper(),
                card.weights(),
                card.licence()))
        .allMatch(text -> !text.isBlank() && !text.contains("\n") && !text.contains("|"));
    assertThat(card.source()).hasScheme("https");
    assertThat(card.mostExposures()).isGreaterThanOrEqualTo(2);
  }

  private static FusionMethod method(MethodCard card, int threads) throws IOException {
    return FusionMethods.named(
        card.id(), new FusionSettings(Optional.empty(), Device.CPU, threads, Map.of()));
  }

  private static Bracket bracket(Photo... photos) {
    List<Exposure> exposures = new ArrayList<>();
    for (Photo photo : photos) {
      exposures.add(new Exposure("exposure " + exposures.size(), photo));
    }
    return Bracket.of(exposures);
  }

  private static Photo flat(int height, int width, int level) {
    byte[] plane = new byte[height * width];
    Arrays.fill(plane, (byte) level);
    return new Photo(Image.ofBytes(height, width, plane, plane, plane), 8);
  }

  private static Photo mirrored(Photo photo) {
    Image8 image = Image8.of(photo.image());
    byte[][] planes = new byte[3][image.pixels()];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < image.pixels(); i++) {
        planes[c][i] = (byte) image.at(c, image.pixels() - 1 - i);
      }
    }
    return new Photo(Image.ofBytes(image.height(), image.width(), planes), 8);
  }

  private static void requirePicture(Image fused, int height, int width) {
    assertThat(fused.size()).isEqualTo(height + "×" + width);
    assertThat(fused.channels()).isEqualTo(3);
    for (int c = 0; c < 3; c++) {
      for (float sample : fused.plane(c)) {
        assertThat(sample).isBetween(0f, 1f);
      }
    }
  }

  private static double meanDifference(Image actual, Image expected) {
    assertThat(actual.size()).isEqualTo(expected.size());
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < actual.pixels(); i++) {
        sum += Math.abs(actual.plane(c)[i] - (double) expected.plane(c)[i]);
      }
    }
    return sum / 3 / actual.pixels();
  }

  private static void requireClose(Image actual, Image expected) {
    assertThat(actual.size()).isEqualTo(expected.size());
    for (int c = 0; c < 3; c++) {
      float[] samples = actual.plane(c);
      float[] others = expected.plane(c);
      for (int i = 0; i < samples.length; i++) {
        assertThat(Math.abs(samples[i] - (double) others[i])).isLessThanOrEqualTo(LEVEL);
      }
    }
  }
}
