package evenlight.image.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CapturedEvsTest {
  private static ExposureSettings shot(double seconds, double aperture, double iso) {
    return new ExposureSettings(
        OptionalDouble.of(seconds),
        OptionalDouble.of(aperture),
        OptionalDouble.of(iso),
        OptionalDouble.empty());
  }

  private static List<Double> evs(ExposureSettings... pictures) {
    CapturedEvs evs = CapturedEvs.of(List.of(pictures));
    assertThat(evs.unusable()).isEmpty();
    return evs.evs();
  }

  private static void assertUnusable(String reason, ExposureSettings... pictures) {
    CapturedEvs evs = CapturedEvs.of(List.of(pictures));
    assertThat(evs.evs()).isEmpty();
    assertThat(evs.unusable().orElseThrow()).contains(reason);
  }

  @Test
  void of_timesAperturesAndSensitivities_countInStopsFromTheFirst() {
    assertThat(evs(shot(1, 4, 100), shot(4, 4, 100), shot(1, 8, 100), shot(1, 4, 800)))
        .containsExactly(0.0, 2.0, -2.0, 3.0);
  }

  @Test
  void of_noApertures_takesThemForEqual() {
    assertThat(evs(shot(1, 0, 100), shot(0.5, 0, 100))).containsExactly(0.0, -1.0);
  }

  @Test
  void of_oneApertureMissingWhereOthersAgree_takesItForEqual() {
    assertThat(evs(shot(1, 4, 100), shot(2, 0, 100), shot(4, 4, 100)))
        .containsExactly(0.0, 1.0, 2.0);
  }

  @Test
  void of_oneApertureMissingWhereOthersDiffer_cannotCompare() {
    assertUnusable("aperture", shot(1, 4, 100), shot(2, 0, 100), shot(4, 8, 100));
  }

  @Test
  void of_oneSensitivityMissingWhereOthersDiffer_cannotCompare() {
    assertUnusable("ISO", shot(1, 4, 100), shot(2, 4, 0), shot(4, 4, 200));
  }

  @Test
  void of_zeroTimes_cannotCompare() {
    assertUnusable("only 1 of 2", shot(1, 4, 100), shot(0, 4, 100));
    assertUnusable("no picture", shot(0, 4, 100), shot(-1, 4, 100));
  }
}
