package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The default method from the command line, on files. */
class FuseLcndrTest {
  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void nameOutput() {
    out = folder.resolve("fused.png");
  }

  @Test
  void fuse_twiceAndInEitherOrder_givesTheSameBytes() throws IOException {
    Path under = textured("under.png", 0.3f, 8);
    Path over = textured("over.png", 1.5f, 8);
    Path again = folder.resolve("again.png");
    assertThat(CommandRun.of("fuse", under, over, "-o", out).exitCode()).isZero();
    assertThat(CommandRun.of("fuse", over, under, "-o", again).exitCode()).isZero();
    assertThat(again).hasSameBinaryContentAs(out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fused.png", "fused.tif", "fused.TIFF", "fused.jpg", "fused.jpeg"})
  void fuse_everyEnding_writesThatType(String name) throws IOException {
    Path under = textured("under.tif", 0.3f, 16);
    Path over = textured("over.png", 1.5f, 8);
    out = folder.resolve(name);
    assertThat(CommandRun.of("fuse", under, over, "-o", out).exitCode()).isZero();
    assertThat(Photos.read(out).bitDepth()).isEqualTo(name.contains(".j") ? 8 : 16);
    assertThat(Photos.read(out).image().size()).isEqualTo("40×50");
  }

  @Test
  void fuse_resolution_isThatOptionOfTheMethod() throws IOException {
    Image guided = fused("--method", "lcndr-paper", "--resolution", "guided");
    assertThat(guided).isEqualTo(fused("--method", "lcndr-paper:resolution=guided"));
    assertThat(guided).isNotEqualTo(fused("--method", "lcndr-paper", "--resolution", "full"));
  }

  private Image fused(Object... options) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("fuse", "-o", out, "--overwrite"));
    arguments.add(textured("under.png", 0.3f, 8));
    arguments.add(textured("over.png", 1.5f, 8));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(arguments.toArray());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Photos.read(out).image();
  }

  @Test
  void fuse_equalImages_givesThatImageBackAndSaysSo() throws IOException {
    Path image = textured("image.png", 0.8f, 8);
    Path copy = textured("copy.png", 0.8f, 8);
    CommandRun run = CommandRun.of("fuse", image, copy, "-o", out);
    assertThat(run.exitCode()).isZero();
    assertThat(run.errLines())
        .containsExactly("note: the images are equal; the result is that image");
    assertThat(Photos.read(out).image()).isEqualTo(Photos.read(image).image());
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,10000", "10000,1", "15,40"})
  void fuse_tooSmall_saysLeastSizeAndWritesNothing(int height, int width) throws IOException {
    Path under = TestPhotos.grey(folder.resolve("under.png"), height, width, 0.2f);
    Path over = TestPhotos.grey(folder.resolve("over.png"), height, width, 0.6f);
    CommandRun run = CommandRun.of("fuse", under, over, "-o", out);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines())
        .containsExactly(
            "evenlight: lcndr needs exposures of at least 16×16, but %s is %d×%d (height×width)"
                .formatted(under, height, width));
    assertThat(out).doesNotExist();
  }

  private Path textured(String name, float gain, int bitDepth) throws IOException {
    float[][] planes = new float[3][40 * 50];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        planes[c][i] = Math.min(1, gain * ((i * 31 + c * 17 + i / 50 * 7) % 97) / 97f);
      }
    }
    Path file = folder.resolve(name);
    Photos.write(new Photo(Image.of(40, 50, planes), bitDepth), file);
    return file;
  }
}
