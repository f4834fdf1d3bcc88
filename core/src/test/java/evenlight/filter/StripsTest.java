package evenlight.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripsTest {
  @ParameterizedTest
  @CsvSource({"1,1", "1,0", "64,2", "65,2", "1000,1", "1000,0", "1000,7"})
  void run_anyHeight_computesEveryRowOnce(int height, int threads) {
    AtomicIntegerArray times = new AtomicIntegerArray(height);
    new Strips(threads)
        .run(
            height,
            () ->
                (from, to) -> {
                  assertThat(from % Strips.ROWS).isZero();
                  for (int y = from; y < to; y++) {
                    times.incrementAndGet(y);
                  }
                });
    for (int y = 0; y < height; y++) {
      assertThat(times.get(y)).isOne();
    }
  }

  @Test
  void run_threads_makesNoMoreWorkersThanThreadsOrStrips() {
    AtomicInteger workers = new AtomicInteger();
    new Strips(3)
        .run(
            2 * Strips.ROWS,
            () -> {
              workers.incrementAndGet();
              return (from, to) -> {};
            });
    assertThat(workers).hasValue(2);
  }

  @Test
  void run_failingWorker_passesItsErrorOn() {
    assertThatThrownBy(
            () ->
                new Strips(2)
                    .run(
                        1000,
                        () ->
                            (from, to) -> {
                              throw new IllegalArgumentException("row " + from);
                            }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row");
  }
}
