package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import evenlight.metric.Score.Caveat;
import org.junit.jupiter.api.Test;

class SsimTest {
  @Test
  void score_flatPictures_isTheTermOfTheMeans() {
    double c1 = 2.55 * 2.55;
    Comparison flat = Synthetic.against(Synthetic.flat(11, 13, 200), Synthetic.flat(11, 13, 100));
    assertThat(Ssim.REFERENCE.score(flat).value().orElseThrow())
        .isCloseTo((2 * 20_000 + c1) / (50_000 + c1), within(1e-12));
  }

  @Test
  void score_windowOfOne_isTheTermOfTheMeans() {
    Ssim pixel = Ssim.withReference("ssim-1", new Ssim.Options(1, 1, 0.01, 0.03));
    double c1 = 2.55 * 2.55;
    Comparison pair =
        Synthetic.against(Synthetic.grey(new int[] {200, 50}), Synthetic.grey(new int[] {100, 50}));
    assertThat(pixel.score(pair).value().orElseThrow())
        .isCloseTo(((40_000 + c1) / (50_000 + c1) + 1) / 2, within(1e-12));
  }

  @Test
  void score_identicalImages_isOne() {
    assertThat(Ssim.SOURCES.score(Synthetic.same(Synthetic.natural().fused())).value()).hasValue(1);
  }

  @Test
  void score_sources_isTheMeanOfBoth() {
    Comparison natural = Synthetic.natural();
    Image8 first = natural.sources().get(0);
    Image8 second = natural.sources().get(1);
    Score score = Ssim.SOURCES.score(natural);
    assertThat(score.parts())
        .containsExactly(
            Ssim.REFERENCE.score(Synthetic.against(first, natural.fused())).value().orElseThrow(),
            Ssim.REFERENCE.score(Synthetic.against(second, natural.fused())).value().orElseThrow());
    assertThat(score.value().orElseThrow())
        .isEqualTo((score.parts().get(0) + score.parts().get(1)) / 2);
  }

  @Test
  void score_pictureSmallerThanTheWindow_isUndefined() {
    Score score = Ssim.SOURCES.score(Synthetic.same(Synthetic.flat(40, 10, 3)));
    assertThat(score.value()).isEmpty();
    assertThat(score.caveats().get(0).kind()).isEqualTo(Caveat.Kind.UNDEFINED);
    assertThat(score.caveats().get(0).text()).contains("11×11").contains("40×10");
  }

  @Test
  void options_outOfRange_areRefused() {
    assertThatThrownBy(() -> new Ssim.Options(10, 1.5, 0.01, 0.03))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the window must be odd, but is 10");
    assertThatThrownBy(() -> new Ssim.Options(11, Double.NaN, 0.01, 0.03))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("sigma");
    assertThatThrownBy(() -> new Ssim.Options(11, 1.5, 0, 0.03))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("k1");
  }

  @Test
  void card_variant_saysItsWindow() {
    Ssim uniform = Ssim.withSources("ssim-7", new Ssim.Options(7, 100, 0.01, 0.03));
    assertThat(uniform.card().id()).isEqualTo("ssim-7");
    assertThat(uniform.card().conventions()).contains("7×7").contains("mean over sources");
  }
}
