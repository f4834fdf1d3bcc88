package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  private static final String[] NAMES = {
    "under.png", "over.png", "fused.png", "ground-truth.png", "contact-sheet.png"
  };

  @TempDir Path folder;

  private static CommandRun demo(Path output) {
    return CommandRun.of(
        "demo", "-o", output, "--method", "average", "--height", 64, "--width", 96);
  }

  @Test
  void demo_newFolder_writesAllPicturesAndSaysWhereTheyAre() throws IOException {
    Path output = folder.resolve("new").resolve("demo");

    CommandRun run = demo(output);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).hasSize(NAMES.length);
    for (String name : NAMES) {
      assertThat(run.out()).contains(output.resolve(name).toAbsolutePath().toString());
    }
    try (Stream<Path> files = Files.list(output)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(NAMES);
    }
    assertThat(Photos.read(output.resolve("fused.png")).image().size()).isEqualTo("64×96");
    assertThat(Photos.read(output.resolve("ground-truth.png")).image().size()).isEqualTo("64×96");
  }

  @Test
  void demo_again_replacesItsPicturesWithTheSameBytes() throws IOException {
    demo(folder);
    byte[] sheet = Files.readAllBytes(folder.resolve("contact-sheet.png"));

    assertThat(demo(folder).exitCode()).isZero();
    assertThat(folder.resolve("contact-sheet.png")).hasBinaryContent(sheet);
  }

  @Test
  void demo_folderIsAFile_failsInOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("demo"));

    CommandRun run = demo(file);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("evenlight: ").contains(file.toString());
  }

  @Test
  void demo_unknownMethod_isAUsageError() {
    CommandRun run = CommandRun.of("demo", "-o", folder.resolve("x"), "--method", "fancy");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1);
    assertThat(folder.resolve("x")).doesNotExist();
  }
}
