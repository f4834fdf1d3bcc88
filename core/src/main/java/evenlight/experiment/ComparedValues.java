package evenlight.experiment;

import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Mark;
import evenlight.evaluation.report.Numbers;
import evenlight.metric.MetricCard.Direction;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The same number of every method as it was measured here and as the paper printed it.
 *
 * @param measured one for each method, empty where it did not run
 * @param printed one for each method, empty where the paper has none
 * @param direction which values are better
 */
record ComparedValues(
    List<OptionalDouble> measured, List<OptionalDouble> printed, Direction direction) {
  ComparedValues {
    measured = List.copyOf(measured);
    printed = List.copyOf(printed);
  }

  /** Best and second best of what was measured are marked. */
  List<Cell> measuredCells() {
    double[] there =
        measured.stream()
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    return cells(measured, Numbers.decimals(there));
  }

  /** Best and second best of what was printed are marked. */
  List<Cell> printedCells() {
    return cells(printed, PaperTable.DECIMALS);
  }

  private List<Cell> cells(List<OptionalDouble> values, int decimals) {
    List<Mark> marks = Mark.of(values, direction, decimals);
    return IntStream.range(0, values.size())
        .mapToObj(i -> new Cell(Numbers.fixed(values.get(i), decimals), marks.get(i)))
        .toList();
  }

  /** How many methods have both. */
  long inBoth() {
    return IntStream.range(0, measured.size())
        .filter(i -> measured.get(i).isPresent() && printed.get(i).isPresent())
        .count();
  }

  /** Spearman's rank correlation of the two over the methods that have both. */
  OptionalDouble correlation() {
    return RankCorrelation.of(measured, printed);
  }
}
