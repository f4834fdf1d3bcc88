package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.torch.tensor.LibtorchException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureMessageTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new IOException("no picture: a.png"), "no picture: a.png"),
        Arguments.of(new IllegalArgumentException("must be 1, but is 2"), "must be 1, but is 2"),
        Arguments.of(
            new UncheckedIOException(new NoSuchFileException("a.png")),
            "a.png: no such file or folder"),
        Arguments.of(new AccessDeniedException("a.png"), "a.png: no permission to access it"),
        Arguments.of(new FileAlreadyExistsException("a.png"), "a.png: it exists already"),
        Arguments.of(new NotDirectoryException("a"), "a: not a folder"),
        Arguments.of(
            new FileSystemException("a.png", null, "No space left on device"),
            "a.png: No space left on device"),
        Arguments.of(new IOException(), "IOException"),
        Arguments.of(
            LibtorchException.of("fusing", new RuntimeException("no memory\n  frame #0")),
            "fusing failed in libtorch: no memory"),
        Arguments.of(new FileNotFoundException("a.png (Is a directory)"), "a.png (Is a directory)"),
        Arguments.of(
            new NullPointerException(),
            "unexpected error: java.lang.NullPointerException; --verbose shows where"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void of_failure_isOneLineForPeople(Throwable failure, String line) {
    assertThat(FailureMessage.of(failure)).isEqualTo(line);
  }

  @Test
  void inOneLine_framesBelow_areCut() {
    assertThat(FailureMessage.inOneLine("\nshape [1] is invalid\n  frame #0: c10::Error"))
        .isEqualTo("shape [1] is invalid");
  }
}
