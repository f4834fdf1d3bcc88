package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What --max-memory does. */
class FuseMemoryTest {
  /** More than the heap of this process may have. */
  private static final String ENOUGH = Runtime.getRuntime().maxMemory() / 1_000_000 + 2000 + "M";

  @TempDir private Path folder;
  private Path under;
  private Path over;
  private Path out;

  @BeforeEach
  void writeBracket() throws IOException {
    under = TestPhotos.texture(folder.resolve("under.png"), 40, 50, 0.5f);
    over = TestPhotos.texture(folder.resolve("over.png"), 40, 50, 1.4f);
    out = folder.resolve("fused.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lcndr", "mertens", "gbm", "mespd", "dsift", "dem", "average", "blend"})
  void fuse_enough_givesTheSameBytes(String method) throws IOException {
    Path limited = folder.resolve("limited.png");
    assertThat(fuse(out, under, over, "--method", method).exitCode()).isZero();
    CommandRun run = fuse(limited, under, over, "--method", method, "--max-memory", ENOUGH, "-v");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("needs up to ");
    assertThat(limited).hasSameBinaryContentAs(out);
  }

  @Test
  void fuse_heapMayGrowBeyondTheLimit_isRefused() {
    CommandRun run = fuse(out, under, over, "--method", "average", "--max-memory", "900M");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("--max-memory 900M", "the heap of Java", "-Xmx");
    assertThat(out).doesNotExist();
  }

  @Test
  void fuse_notEnough_isRefusedByHeadersAlone() throws IOException {
    List<Object> images =
        new ArrayList<>(Collections.nCopies(64, header(folder.resolve("huge.png"), 16000)));
    images.addAll(List.of("--method", "average", "--max-memory", ENOUGH));
    CommandRun run = fuse(out, images.toArray());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err())
        .contains("64 exposures of 16000×16000 with 8 bits fused by average need about 100577M")
        .contains("--max-memory " + ENOUGH)
        .containsPattern("up to \\d+\\.\\d megapixels fit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"800", "1.5G", "-1G", "0M", "much"})
  void fuse_noAmount_isWrongUsage(String amount) {
    CommandRun run = fuse(out, under, over, "--max-memory=" + amount);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("like 800M or 2G", amount);
  }

  private static CommandRun fuse(Path out, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("fuse", "-o", out));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray());
  }

  /** A PNG file whose header says that it is a large square. */
  private static Path header(Path file, int side) throws IOException {
    byte[] picture = Files.readAllBytes(TestPhotos.grey(file, 1, 1, 0.5f));
    ByteBuffer.wrap(picture).putInt(16, side).putInt(20, side);
    CRC32 crc = new CRC32();
    crc.update(picture, 12, 17);
    ByteBuffer.wrap(picture).putInt(29, (int) crc.getValue());
    return Files.write(file, picture);
  }
}
