package evenlight.torch.training.data;

import java.io.IOException;

/**
 * Where batches come from, by their numbers: each depends on its number alone, so that training can
 * go on anywhere.
 *
 * @param <B> what they are
 */
@FunctionalInterface
public interface BatchSource<B extends TrainingBatch> {
  /**
   * A batch.
   *
   * @param number from 0
   * @throws IOException if a frame has to be read again and cannot be
   */
  B batch(long number) throws IOException;
}
