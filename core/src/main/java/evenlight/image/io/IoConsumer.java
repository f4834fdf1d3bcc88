package evenlight.image.io;

import java.io.IOException;

/**
 * What is done with a value where input and output may fail.
 *
 * @param <T> the kind of value, as a rule a stream
 */
@FunctionalInterface
public interface IoConsumer<T> {
  /** Uses the value. */
  void accept(T value) throws IOException;
}
