package evenlight.torch.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import evenlight.torch.training.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepBlockTest {
  private final StepBlock block = new StepBlock();

  @Test
  void take_nothingAdded_isEmpty() {
    assertThat(block.take()).isEmpty();
  }

  @Test
  void take_steps_areAveragedButForTheLearningRate() {
    block.add(step(1, 0.5, 0.001, 3, 10));
    block.add(step(2, 0.25, 0.002, 1, 12));
    MetricsRow row = block.take().orElseThrow();
    assertThat(row.step()).isEqualTo(2);
    assertThat(row.values())
        .containsOnly(
            entry("loss", 0.375),
            entry("learning_rate", 0.002),
            entry("gradient_norm", 2.0),
            entry("steps_per_second", 0.5),
            entry("seconds", 12.0));
    assertThat(block.take()).isEmpty();
  }

  /** Only the time between steps counts: what passed before the first is not known. */
  @Test
  void take_secondBlock_isTimedFromTheEndOfTheFirst() {
    block.add(step(101, 1, 1, 1, 50));
    assertThat(block.take().orElseThrow().values()).doesNotContainKey("steps_per_second");
    block.add(step(102, 1, 1, 1, 51));
    block.add(step(103, 1, 1, 1, 54));
    assertThat(block.take().orElseThrow().values()).contains(entry("steps_per_second", 0.5));
  }

  private static Step step(int step, double loss, double rate, double norm, long seconds) {
    return new Step(step, 1000, loss, rate, norm, Duration.ofSeconds(seconds));
  }
}
