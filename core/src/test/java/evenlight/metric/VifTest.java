package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import evenlight.metric.Score.Caveat;
import org.junit.jupiter.api.Test;

class VifTest {
  @Test
  void score_identicalImages_isTheNumberOfSources() {
    Score score = Vif.GREY.score(Synthetic.same(Synthetic.natural().fused()));
    assertThat(score.value().orElseThrow()).isCloseTo(2, within(1e-6));
  }

  @Test
  void score_moreContrast_isMoreThanTheNumberOfSources() {
    Image8 source = Synthetic.grey(50, 50, (y, x) -> 60 + (7 * x + 3 * y + x * y) % 60);
    Image8 fused = Synthetic.grey(50, 50, (y, x) -> 2 * (60 + (7 * x + 3 * y + x * y) % 60));
    assertThat(Vif.GREY.score(Synthetic.of(source, source, fused)).value().orElseThrow())
        .isGreaterThan(2);
  }

  @Test
  void score_negative_isNothing() {
    Image8 source = Synthetic.natural().fused();
    Image8 negative =
        Synthetic.grey(
            source.height(), source.width(), (y, x) -> 255 - source.at(0, y * source.width() + x));
    assertThat(Vif.GREY.score(Synthetic.of(source, source, negative)).value()).hasValue(0);
  }

  @Test
  void score_constantSource_countsAsZeroAndIsSaid() {
    Image8 flat = Synthetic.flat(41, 41, 255);
    Image8 picture = Synthetic.noisy(Synthetic.flat(41, 41, 100), 20, 1);
    Score score = Vif.GREY.score(Synthetic.of(flat, picture, picture));
    assertThat(score.parts().get(0)).isZero();
    assertThat(score.caveats())
        .extracting(Caveat::kind)
        .containsExactly(Caveat.Kind.CONSTANT_SOURCE);
  }

  @Test
  void score_constantResult_isNothing() {
    Image8 picture = Synthetic.noisy(Synthetic.flat(41, 41, 100), 20, 1);
    assertThat(
            Vif.GREY
                .score(Synthetic.of(picture, picture, Synthetic.flat(41, 41, 255)))
                .value()
                .orElseThrow())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void score_smallestPicture_isDefinedAndOneRowLessIsNot() {
    int side = Vif.SMALLEST;
    Image8 smallest = Synthetic.grey(side, side, (y, x) -> 3 * x + 2 * y);
    assertThat(Vif.GREY.score(Synthetic.same(smallest)).value()).isPresent();
    Score score = Vif.GREY.score(Synthetic.same(Synthetic.flat(side - 1, side, 9)));
    assertThat(score.value()).isEmpty();
    assertThat(score.caveats().get(0).text()).contains("41×41").contains("40×41");
  }
}
