package evenlight.torch.training.report;

import evenlight.torch.training.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Steps in a row, as one row of figures: mean loss and gradient norm, and how fast they went. */
final class StepBlock {
  private static final double NANOS = 1e9;

  private int count;
  private double losses;
  private double norms;
  private @Nullable Step last;

  /** When the steps before this block were done; none before the first. */
  private @Nullable Duration before;

  private int timed;

  void add(Step step) {
    if (before == null) {
      before = step.elapsed();
    } else {
      timed++;
    }
    count++;
    losses += step.loss();
    norms += step.gradientNorm();
    last = step;
  }

  /** The figures of the steps since the last call, unless there were none. */
  Optional<MetricsRow> take() {
    Step end = last;
    if (end == null || before == null) {
      return Optional.empty();
    }
    Map<String, Double> values = new HashMap<>();
    values.put(MetricsRow.LOSS, losses / count);
    values.put(MetricsRow.LEARNING_RATE, end.learningRate());
    values.put(MetricsRow.GRADIENT_NORM, norms / count);
    values.put(MetricsRow.SECONDS, end.elapsed().toNanos() / NANOS);
    long nanos = end.elapsed().minus(before).toNanos();
    if (timed > 0 && nanos > 0) {
      values.put(MetricsRow.STEPS_PER_SECOND, timed * NANOS / nanos);
    }
    count = 0;
    losses = 0;
    norms = 0;
    timed = 0;
    last = null;
    before = end.elapsed();
    return Optional.of(MetricsRow.of(end.step(), MetricsRow.Kind.TRAIN, values));
  }
}
