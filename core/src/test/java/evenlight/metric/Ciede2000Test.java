package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class Ciede2000Test {
  /** The published pairs, printed to four digits; see golden/PROVENANCE.md. */
  @ParameterizedTest
  @CsvFileSource(resources = "/golden/ciede2000.csv", numLinesToSkip = 1)
  void difference_publishedPair_isThePublishedValueBothWays(
      double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
    Lab first = new Lab(l1, a1, b1);
    Lab second = new Lab(l2, a2, b2);
    assertThat(Ciede2000.difference(first, second)).isCloseTo(expected, within(1e-4));
    assertThat(Ciede2000.difference(second, first)).isCloseTo(expected, within(1e-4));
  }

  @Test
  void ofSrgb_greys_haveNoColour() {
    for (int level = 0; level <= Image8.WHITE; level++) {
      assertThat(Lab.ofSrgb(level, level, level).chroma()).isLessThan(1e-12);
    }
    assertThat(Lab.ofSrgb(255, 255, 255).lightness()).isCloseTo(100, within(1e-12));
    assertThat(Lab.ofSrgb(0, 0, 0).lightness()).isCloseTo(0, within(1e-12));
  }

  @Test
  void ofSrgb_red_isWhatTablesOfColoursSay() {
    Lab red = Lab.ofSrgb(255, 0, 0);
    assertThat(red.lightness()).isCloseTo(53.24, within(0.005));
    assertThat(red.a()).isCloseTo(80.09, within(0.01));
    assertThat(red.b()).isCloseTo(67.20, within(0.01));
  }

  @Test
  void score_whiteForBlack_isAHundred() {
    assertThat(score(Synthetic.flat(3, 4, 0), Synthetic.flat(3, 4, 255)))
        .isCloseTo(100, within(1e-9));
  }

  @Test
  void score_identicalPictures_isZeroExactly() {
    assertThat(score(Synthetic.named("odd").fused(), Synthetic.named("odd").fused())).isZero();
  }

  @Test
  void score_exchanged_isTheSame() {
    Image8 fused = Synthetic.named("odd").fused();
    Image8 truth = Synthetic.named("odd").reference().orElseThrow();
    assertThat(score(truth, fused)).isCloseTo(score(fused, truth), within(1e-12));
  }

  @Test
  void score_halfOfThePixelsWrong_isTheMean() {
    Image8 truth = Synthetic.grey(new int[] {0, 10, 0, 10});
    Image8 fused = Synthetic.grey(new int[] {255, 10, 255, 10});
    assertThat(score(truth, fused)).isCloseTo(50, within(1e-9));
  }

  private static double score(Image8 truth, Image8 fused) {
    return Ciede2000.SRGB.score(Synthetic.against(truth, fused)).value().orElseThrow();
  }
}
