package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MemoryBudgetTest {
  private static final long MEGABYTE = 1 << 20;

  private final MemoryBudget budget = new MemoryBudget(10 * MEGABYTE, 100);

  @Test
  void take_moreThanIsFree_waitsForWhatIsGivenBack() throws Exception {
    MemoryBudget.Share first = budget.take(6 * MEGABYTE, 1);
    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(() -> decodesOf(budget, 5 * MEGABYTE));
    assertThat(second).isNotDone();
    first.close();
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void take_noPlaceOutsideOfTheHeap_waitsForOne() throws Exception {
    MemoryBudget one = new MemoryBudget(10 * MEGABYTE, 0);
    MemoryBudget.Share first = one.take(MEGABYTE, 1);
    CompletableFuture<Integer> second =
        CompletableFuture.supplyAsync(() -> decodesOf(one, MEGABYTE));
    assertThat(second).isNotDone();
    first.close();
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void take_moreThanThereIs_takesAll() throws IOException {
    budget.take(50 * MEGABYTE, 1).close();
    budget.take(10 * MEGABYTE, 1).close();
  }

  @Test
  void take_interrupted_isAnInputOutputException() throws IOException {
    budget.take(10 * MEGABYTE, 1);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> budget.take(1, 1)).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static int decodesOf(MemoryBudget from, long bytes) {
    try (MemoryBudget.Share share = from.take(bytes, 2)) {
      return share.decodes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
