package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathInputTest {
  private static final int BUFFER = 1 << 16;
  private static final int NUMBER = 0xCAFEBABE;

  @TempDir private Path folder;
  private Path file;

  /** A number that lies across the border of two buffers. */
  @BeforeEach
  void write() throws IOException {
    byte[] bytes = new byte[BUFFER + 10];
    ByteBuffer.wrap(bytes).putInt(BUFFER - 2, NUMBER);
    file = Files.write(folder.resolve("bytes"), bytes);
  }

  @Test
  void readInt_acrossTheBorderOfTheBuffer_isWhole() throws IOException {
    try (PathInput in = new PathInput(file)) {
      in.read();
      in.seek(BUFFER - 2);
      assertThat(in.readInt()).isEqualTo(NUMBER);
      assertThat(in.getStreamPosition()).isEqualTo(BUFFER + 2);
    }
  }

  @Test
  void read_moreThanThereIs_givesTheRest() throws IOException {
    try (PathInput in = new PathInput(file)) {
      in.seek(BUFFER - 2);
      byte[] bytes = new byte[100];
      assertThat(in.read(bytes, 1, 99)).isEqualTo(12);
      assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(NUMBER);
      assertThat(in.read(bytes, 0, 1)).isEqualTo(-1);
    }
  }

  @Test
  void readInt_atTheEnd_isTheEnd() throws IOException {
    try (PathInput in = new PathInput(file)) {
      in.seek(BUFFER + 8);
      assertThatThrownBy(in::readInt).isInstanceOf(EOFException.class);
    }
  }
}
