package evenlight.image.io;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/** Why something failed, in one line that reads well after a colon. */
final class Reason {
  private static final int LONGEST = 220;

  private Reason() {}

  /** The first line of the failure's message, or what kind of failure it is if it has none. */
  static String of(Throwable failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return Objects.requireNonNullElse(message, "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line)
        .orElse(failure.getClass().getSimpleName());
  }
}
