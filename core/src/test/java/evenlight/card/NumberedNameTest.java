package evenlight.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedNameTest {
  @ParameterizedTest
  @CsvSource({
    "IMG_0001,IMG_0002,1",
    "IMG_0001,IMG_0004,3",
    "IMG_9999,IMG_0001,1",
    "IMG_9999,IMG_0000,1",
    "e9,e10,1",
    "IMG_0001_HDR,IMG_0002_HDR,1"
  })
  void stepTo_sameSeries_countsOn(String from, String to, int step) {
    assertThat(NumberedName.of(from).orElseThrow().stepTo(NumberedName.of(to).orElseThrow()))
        .hasValue(step);
  }

  @Test
  void stepTo_otherSeries_isUnknown() {
    assertThat(NumberedName.of("A_1").orElseThrow().stepTo(NumberedName.of("B_2").orElseThrow()))
        .isEmpty();
  }

  @Test
  void of_noNumberOrOneBeyondAllCounters_isNone() {
    assertThat(NumberedName.of("portrait")).isEmpty();
    assertThat(NumberedName.of("12345678901234567890").map(NumberedName::digits)).hasValue(9);
  }

  @Test
  void inOrder_numbers_goByValue() {
    assertThat(ordered("e10", "e9", "e1", "e2")).containsExactly("e1", "e2", "e9", "e10");
  }

  @Test
  void inOrder_counterThatStartedAnew_startsBehindTheGap() {
    assertThat(ordered("IMG_0002", "IMG_9999", "IMG_0001", "IMG_9998", "other"))
        .containsExactly("IMG_9998", "IMG_9999", "IMG_0001", "IMG_0002", "other");
  }

  private static List<String> ordered(String... stems) {
    List<Shot> shots =
        Arrays.stream(stems).map(stem -> Shot.untold(Path.of(stem + ".jpg"), 4, 6)).toList();
    return NumberedName.inOrder(shots).stream().map(Shot::stem).toList();
  }
}
