package evenlight.torch.training.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the next few batches on a thread of its own while the last one is trained on.
 *
 * @param <B> what they are
 */
public final class BatchLoader<B extends TrainingBatch> implements AutoCloseable {
  private static final int AHEAD = 3;

  private final BatchSource<B> source;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(BatchLoader::daemon);
  private final Queue<Future<B>> coming = new ArrayDeque<>();
  private long next;

  /**
   * A loader that has begun.
   *
   * @param first the number of the batch that is taken first
   */
  public BatchLoader(BatchSource<B> source, long first) {
    this.source = source;
    next = first;
    while (coming.size() < AHEAD) {
      order();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "evenlight-batches");
    thread.setDaemon(true);
    return thread;
  }

  private void order() {
    long number = next++;
    coming.add(thread.submit(() -> source.batch(number)));
  }

  /**
   * The next batch, when it is there.
   *
   * @throws IOException if a frame had to be read again and could not be
   */
  public B take() throws IOException {
    order();
    try {
      return coming.remove().get();
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("training was interrupted while it waited for a batch");
    }
  }

  private static IOException failure(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException("a batch could not be made", e);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
