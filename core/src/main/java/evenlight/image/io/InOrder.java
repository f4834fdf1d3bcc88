package evenlight.image.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes numbered parts on all processors and uses them one after the other.
 *
 * <p>What comes out does not depend on the number of threads: parts are used in their order, and of
 * several that fail, the first fails the whole.
 */
final class InOrder {
  private InOrder() {}

  /** Makes one part. */
  interface Maker<T> {
    T make(int part) throws IOException;
  }

  /**
   * Makes the parts 0 to {@code parts - 1} and uses each in the calling thread.
   *
   * <p>No more parts are waiting than twice the processors, which bounds the memory that they take.
   *
   * @throws IOException if a part could not be made or used
   */
  static <T> void run(int parts, Maker<T> maker, IoConsumer<T> user) throws IOException {
    run(parts, Runtime.getRuntime().availableProcessors(), maker, user);
  }

  /**
   * The same with no more parts in the making at a time than given.
   *
   * @param most at least 1
   */
  static <T> void run(int parts, int most, Maker<T> maker, IoConsumer<T> user) throws IOException {
    int processors = Math.min(most, Runtime.getRuntime().availableProcessors());
    int threads = Math.min(Math.max(1, parts), processors);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Queue<Future<T>> waiting = new ArrayDeque<>();
      for (int made = 0; made < parts || !waiting.isEmpty(); ) {
        if (made < parts && waiting.size() < 2 * threads) {
          int part = made++;
          waiting.add(pool.submit(() -> maker.make(part)));
        } else {
          user.accept(result(waiting.remove()));
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T result(Future<T> part) throws IOException {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the thread was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("a part may fail in no other way", e);
    }
  }
}
