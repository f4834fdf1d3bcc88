package evenlight.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/** Memory that brackets which are fused at the same time share. */
final class MemoryBudget {
  private static final long UNIT = 1 << 20;

  private final int units;
  private final Semaphore free;
  private final Semaphore places;

  /**
   * So much memory.
   *
   * @param heap bytes of Java's heap
   * @param most how many brackets what lies outside of it serves; at least one is fused
   */
  MemoryBudget(long heap, long most) {
    units = (int) Math.max(1, heap / UNIT);
    free = new Semaphore(units, true);
    places = new Semaphore((int) Math.min(Math.max(1, most), Integer.MAX_VALUE), true);
  }

  /**
   * What one bracket has taken; given back when it is closed.
   *
   * @param decodes how many files may be decoded at a time
   * @param giveBack gives it back
   */
  record Share(int decodes, Runnable giveBack) implements AutoCloseable {
    /** Of memory without a limit. */
    static final Share UNLIMITED = new Share(Integer.MAX_VALUE, () -> {});

    @Override
    public void close() {
      giveBack.run();
    }
  }

  /**
   * Takes memory of the heap, or all there is where that is less; waits until it is free.
   *
   * @throws InterruptedIOException if the thread was told to end
   */
  Share take(long bytes, int decodes) throws IOException {
    int wanted = (int) Math.min(units, (bytes + UNIT - 1) / UNIT);
    try {
      places.acquire();
      try {
        free.acquire(wanted);
      } catch (InterruptedException e) {
        places.release();
        throw e;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the thread was interrupted");
    }
    return new Share(
        decodes,
        () -> {
          free.release(wanted);
          places.release();
        });
  }
}
