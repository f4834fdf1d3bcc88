package evenlight.filter;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Shares the rows of a plane among threads, in strips.
 *
 * <p>The height of a strip does not depend on the number of threads. Sums that run from row to row
 * and begin anew with every strip thus have the same bits however many threads there are.
 *
 * @param threads how many; 0 means one per core
 */
public record Strips(int threads) {
  /** Rows of a strip. */
  public static final int ROWS = 64;

  /** Computes strips, one after another, with what it needs for that at hand. */
  public interface Worker {
    /** Computes the rows from {@code from} to {@code to - 1}. */
    void compute(int from, int to);
  }

  /**
   * Computes all rows of a plane and returns when they are done.
   *
   * @param workers makes a worker for each thread that takes part
   */
  public void run(int height, Supplier<? extends Worker> workers) {
    run(height, ROWS, workers);
  }

  /**
   * The same in strips of another height: columns, tiles and whatever else is counted can be shared
   * out like rows.
   *
   * @param rows of a strip, at least 1
   */
  public void run(int height, int rows, Supplier<? extends Worker> workers) {
    int strips = (height + rows - 1) / rows;
    int cores = Runtime.getRuntime().availableProcessors();
    int crew = Math.min(threads == 0 ? cores : threads, strips);
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, crew)
        .parallel()
        .forEach(
            i -> {
              Worker worker = workers.get();
              for (int s = next.getAndIncrement(); s < strips; s = next.getAndIncrement()) {
                worker.compute(s * rows, Math.min((s + 1) * rows, height));
              }
            });
  }
}
