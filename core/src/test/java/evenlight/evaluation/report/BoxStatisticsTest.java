package evenlight.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoxStatisticsTest {
  @Test
  void of_fiveValues_hasQuartilesAtThem() {
    assertThat(BoxStatistics.of(5, 1, 4, 2, 3))
        .isEqualTo(new BoxStatistics(1, 2, 3, 4, 5, List.of()));
  }

  @Test
  void of_fourValues_interpolatesQuartiles() {
    assertThat(BoxStatistics.of(1, 2, 3, 4))
        .isEqualTo(new BoxStatistics(1, 1.75, 2.5, 3.25, 4, List.of()));
  }

  @Test
  void of_farValues_areOutliersByTheirPlaces() {
    assertThat(BoxStatistics.of(100, 1, 2, 3, 4, 5, 6, -50, 7))
        .isEqualTo(new BoxStatistics(1, 2, 4, 6, 7, List.of(0, 7)));
  }

  @Test
  void of_valueAtTheReach_isNoOutlier() {
    assertThat(BoxStatistics.of(1, 2, 3, 4, 7).outliers()).isEmpty();
    assertThat(BoxStatistics.of(1, 2, 3, 4, 7.01).outliers()).containsExactly(4);
  }

  @Test
  void of_quartileBetweenOutlierAndRest_whiskerEndsAtTheBox() {
    assertThat(BoxStatistics.of(0, 10, 10, 10))
        .isEqualTo(new BoxStatistics(7.5, 7.5, 10, 10, 10, List.of(0)));
  }

  @Test
  void of_oneValue_isThatValue() {
    assertThat(BoxStatistics.of(2)).isEqualTo(new BoxStatistics(2, 2, 2, 2, 2, List.of()));
  }
}
