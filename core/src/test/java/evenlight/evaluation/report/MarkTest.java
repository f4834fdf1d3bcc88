package evenlight.evaluation.report;

import static evenlight.evaluation.report.Mark.BEST;
import static evenlight.evaluation.report.Mark.NONE;
import static evenlight.evaluation.report.Mark.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import evenlight.metric.MetricCard.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MarkTest {
  @Test
  void of_higherIsBetter_marksTheTwoHighest() {
    assertThat(marks(Direction.HIGHER, 1, 3, 2)).containsExactly(NONE, BEST, SECOND);
  }

  @Test
  void of_lowerIsBetter_marksTheTwoLowest() {
    assertThat(marks(Direction.LOWER, 1, 3, 2)).containsExactly(BEST, NONE, SECOND);
  }

  @Test
  void of_zeroIsBest_marksTheTwoNearest() {
    assertThat(marks(Direction.ZERO, -0.5, 3, 2)).containsExactly(BEST, NONE, SECOND);
  }

  @Test
  void of_valuesThatPrintAlike_shareTheMark() {
    assertThat(marks(Direction.HIGHER, 3.001, 3.004, 2, 1))
        .containsExactly(BEST, BEST, SECOND, NONE);
  }

  @Test
  void of_twoValues_haveNoSecond() {
    assertThat(marks(Direction.HIGHER, 1, 2)).containsExactly(NONE, BEST);
  }

  @Test
  void of_allAlike_marksNone() {
    assertThat(marks(Direction.HIGHER, 1, 1, 1)).containsExactly(NONE, NONE, NONE);
  }

  @Test
  void of_missingValue_isNotRanked() {
    List<OptionalDouble> values =
        List.of(OptionalDouble.empty(), OptionalDouble.of(1), OptionalDouble.of(2));
    assertThat(Mark.of(values, Direction.LOWER, 2)).containsExactly(NONE, BEST, NONE);
  }

  private static List<Mark> marks(Direction direction, double... values) {
    return Mark.of(Arrays.stream(values).mapToObj(OptionalDouble::of).toList(), direction, 2);
  }
}
