package evenlight.cli;

import evenlight.fusion.NativeLibraryException;
import evenlight.torch.tensor.LibtorchException;
import evenlight.torch.training.DivergedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** One line that tells a person what went wrong. */
final class FailureMessage {
  private static final int MEBIBYTE = 1 << 20;

  private FailureMessage() {}

  static String of(Throwable failure) {
    if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return of(unchecked.getCause());
    }
    if (failure instanceof FileSystemException e) {
      return ofFileSystem(e);
    }
    if (failure instanceof OutOfMemoryError) {
      return ("the memory that Java may use must hold the images, but %d MiB did not (%s); "
              + "set EVENLIGHT_JAVA_OPTS=-Xmx8g or the like")
          .formatted(Runtime.getRuntime().maxMemory() / MEBIBYTE, textOf(failure));
    }
    return isExpected(failure)
        ? textOf(failure)
        : "unexpected error: %s; --verbose shows where".formatted(inOneLine(failure.toString()));
  }

  /** The first line: what libtorch and others add below are stack frames. */
  static String inOneLine(@Nullable String text) {
    return text == null ? "" : text.strip().lines().findFirst().orElse("");
  }

  private static boolean isExpected(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof IllegalArgumentException
        || failure instanceof NativeLibraryException
        || failure instanceof LibtorchException
        || failure instanceof DivergedException;
  }

  private static String textOf(Throwable failure) {
    String text = inOneLine(failure.getMessage());
    return text.isEmpty() ? failure.getClass().getSimpleName() : text;
  }

  /** These exceptions' own messages are often the bare path. */
  private static String ofFileSystem(FileSystemException e) {
    String file = e.getFile();
    if (file == null) {
      return textOf(e);
    }
    String reason = e.getReason();
    if (e instanceof NoSuchFileException) {
      reason = "no such file or folder";
    } else if (e instanceof AccessDeniedException) {
      reason = "no permission to access it";
    } else if (e instanceof FileAlreadyExistsException) {
      reason = "it exists already";
    } else if (e instanceof NotDirectoryException) {
      reason = "not a folder";
    } else if (e instanceof DirectoryNotEmptyException) {
      reason = "the folder is not empty";
    } else if (e instanceof FileSystemLoopException) {
      reason = "symbolic links form a circle";
    }
    return inOneLine(file + ": " + (reason == null ? textOf(e) : reason));
  }
}
