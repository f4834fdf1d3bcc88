package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import evenlight.metric.Score.Caveat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QabfTest {
  private static final double BEST =
      0.9994 / (1 + Math.exp(-7.5)) * (0.9879 / (1 + Math.exp(-4.4)));

  @Test
  void score_identicalImages_isTheGreatestValue() {
    assertThat(qabf(Synthetic.same(Synthetic.natural().fused()))).isCloseTo(BEST, within(1e-12));
    assertThat(BEST).isLessThan(0.9748);
  }

  @Test
  void score_singlePixelHalfAsBright_keepsItsOrientationAndHalfItsStrength() {
    Image8 source = Synthetic.grey(3, 3, (y, x) -> y == 1 && x == 1 ? 200 : 0);
    Image8 fused = Synthetic.grey(3, 3, (y, x) -> y == 1 && x == 1 ? 100 : 0);
    double half = 0.9994 / 2 * (0.9879 / (1 + Math.exp(-4.4)));
    assertThat(qabf(Synthetic.of(source, source, fused))).isCloseTo(half, within(1e-12));
  }

  @Test
  void score_edgeTurnedByARightAngle_isLost() {
    Image8 across = Synthetic.grey(8, 8, (y, x) -> x % 2 == 0 ? 0 : 80 * x % 250);
    Image8 down = Synthetic.grey(8, 8, (y, x) -> y % 2 == 0 ? 0 : 80 * y % 250);
    assertThat(qabf(Synthetic.of(across, across, down)))
        .isLessThan(0.5 * qabf(Synthetic.same(across)));
  }

  @Test
  void score_threeSources_isTheirWeightedMean() {
    Comparison three = Synthetic.named("three");
    Score score = Qabf.GREY.score(three);
    assertThat(score.parts()).hasSize(3);
    assertThat(score.parts().stream().mapToDouble(part -> part).sum())
        .isCloseTo(score.value().orElseThrow(), within(1e-15));
    Image8 first = three.sources().get(0);
    double twice = qabf(new Comparison(List.of(first, first), three.fused(), Optional.empty()));
    double thrice =
        qabf(new Comparison(List.of(first, first, first), three.fused(), Optional.empty()));
    assertThat(thrice).isCloseTo(twice, within(1e-14));
  }

  @Test
  void score_blackSources_isUndefined() {
    Image8 black = Synthetic.flat(9, 9, 0);
    Score score = Qabf.GREY.score(Synthetic.of(black, black, Synthetic.flat(9, 9, 90)));
    assertThat(score.value()).isEmpty();
    assertThat(score.caveats().get(0).kind()).isEqualTo(Caveat.Kind.UNDEFINED);
  }

  private static double qabf(Comparison comparison) {
    return Qabf.GREY.score(comparison).value().orElseThrow();
  }
}
