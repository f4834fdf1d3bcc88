package evenlight.pyramid;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.stream.IntStream;

/**
 * Threads that share the rows of a picture: each takes a band of neighbouring rows.
 *
 * <p>Work that computes each row in the same way, whichever band it is in, gives the same bits with
 * any number of threads.
 */
public final class Bands implements AutoCloseable {
  private static final int LEAST_ROWS = 8;

  private final ForkJoinPool pool;

  /**
   * Threads to share the work.
   *
   * @param threads 1 or more, or 0 for one per core
   */
  public Bands(int threads) {
    pool = new ForkJoinPool(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
  }

  /** Work on the rows of a band. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does the work.
     *
     * @param from the first row
     * @param to the row after the last
     */
    void run(int from, int to);
  }

  /** Does the work on rows 0 to {@code rows - 1}; returns when all of it is done. */
  public void forEach(int rows, Task task) {
    int bands = Math.max(1, Math.min(pool.getParallelism(), rows / LEAST_ROWS));
    List<ForkJoinTask<?>> tasks =
        IntStream.range(0, bands)
            .<ForkJoinTask<?>>mapToObj(
                band ->
                    ForkJoinTask.adapt(
                        () -> task.run(start(band, bands, rows), start(band + 1, bands, rows))))
            .toList();
    pool.invoke(new All(tasks));
  }

  private static int start(int band, int bands, int rows) {
    return (int) ((long) rows * band / bands);
  }

  @Override
  public void close() {
    pool.shutdown();
  }

  private static final class All extends RecursiveAction {
    private static final long serialVersionUID = 1;

    private final transient Collection<ForkJoinTask<?>> tasks;

    All(Collection<ForkJoinTask<?>> tasks) {
      this.tasks = tasks;
    }

    @Override
    protected void compute() {
      invokeAll(tasks);
    }
  }
}
