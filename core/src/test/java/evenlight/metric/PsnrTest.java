package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import evenlight.metric.Score.Caveat;
import org.junit.jupiter.api.Test;

class PsnrTest {
  private static final Image8 BLACK = Synthetic.flat(4, 5, 0);

  @Test
  void score_everySampleWrongByTenth_isTwenty() {
    Image8 fused = Synthetic.grey(4, 5, (y, x) -> 25);
    assertThat(psnr(new Psnr("psnr-250", new Psnr.Options(Samples.CHANNELS, 250)), BLACK, fused))
        .isCloseTo(20, within(1e-12));
  }

  @Test
  void score_whiteForBlack_isZero() {
    assertThat(psnr(Psnr.RGB_255, BLACK, Synthetic.flat(4, 5, 255))).isZero();
  }

  @Test
  void score_peak256_is34HundredthsOfADecibelMore() {
    Comparison comparison = Synthetic.named("odd");
    assertThat(
            Psnr.RGB_256.score(comparison).value().orElseThrow()
                - Psnr.RGB_255.score(comparison).value().orElseThrow())
        .isCloseTo(20 * Math.log10(256 / 255.0), within(1e-12));
  }

  @Test
  void score_errorInOneChannel_isAThirdOfItsSquare() {
    byte[] zeros = new byte[20];
    byte[] thirties = Synthetic.flat(4, 5, 30).plane(0);
    Comparison red =
        Synthetic.against(
            Image8.of(4, 5, zeros, zeros, zeros), Image8.of(4, 5, thirties, zeros, zeros));
    assertThat(Psnr.RGB_255.score(red).value().orElseThrow())
        .isCloseTo(10 * Math.log10(255 * 255 / 300.0), within(1e-12));
    assertThat(Psnr.GREY_255.score(red).value().orElseThrow())
        .isCloseTo(20 * Math.log10(255 / 9.0), within(1e-12));
  }

  @Test
  void score_identicalImages_isInfiniteAndSaysSo() {
    Score score = Psnr.RGB_255.score(Synthetic.same(BLACK));
    assertThat(score.value()).isEmpty();
    assertThat(score.caveats())
        .singleElement()
        .extracting(Caveat::kind)
        .isEqualTo(Caveat.Kind.INFINITE);
  }

  @Test
  void options_peakThatIsNone_isRefused() {
    for (double peak : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Psnr.Options(Samples.GREY, peak))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(peak));
    }
  }

  private static double psnr(Psnr metric, Image8 truth, Image8 fused) {
    return metric.score(Synthetic.against(truth, fused)).value().orElseThrow();
  }
}
