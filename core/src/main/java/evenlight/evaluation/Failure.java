package evenlight.evaluation;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/** What becomes of exceptions in the middle of an evaluation. */
public final class Failure {
  private Failure() {}

  /** The first line of a failure's message, or what kind of failure it is if it has none. */
  public static String inOneLine(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return "the scene must fit into memory, but does not";
    }
    if (failure instanceof NoSuchFileException) {
      return "a file must exist, but %s does not".formatted(failure.getMessage());
    }
    return Objects.requireNonNullElse(failure.getMessage(), "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse(failure.getClass().getSimpleName());
  }

  /** What a worker threw, as its caller would have thrown it. */
  static IOException ioOrUnchecked(ExecutionException wrapped) {
    Throwable cause = wrapped.getCause();
    if (cause instanceof IOException io) {
      return io;
    }
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(inOneLine(wrapped), wrapped);
  }
}
