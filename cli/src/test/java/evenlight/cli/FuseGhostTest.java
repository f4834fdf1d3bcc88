package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuseGhostTest {
  private static final int HEIGHT = 60;
  private static final int WIDTH = 90;
  private static final int SIDE = 20;

  @TempDir Path folder;
  private Path over;
  private Path under;
  private Path out;
  private Path mask;

  @BeforeEach
  void writeBracket() throws IOException {
    over = photo("over.png", 1.6f, 60);
    under = photo("under.png", 0.8f, 10);
    out = folder.resolve("fused.png");
    mask = folder.resolve("mask.png");
  }

  /** A wall with a black square on it. */
  private Path photo(String name, float gain, int left) throws IOException {
    Random random = new Random(1);
    float[] plane = new float[HEIGHT * WIDTH];
    for (int i = 0; i < plane.length; i++) {
      int x = i % WIDTH;
      boolean square = i / WIDTH >= 20 && i / WIDTH < 20 + SIDE && x >= left && x < left + SIDE;
      float wall = 0.2f + 0.3f * x / WIDTH + 0.02f * random.nextFloat();
      plane[i] = gain * (square ? 0.1f : wall);
    }
    Path file = folder.resolve(name);
    Photos.write(new Photo(Image.of(HEIGHT, WIDTH, plane, plane, plane), 8), file);
    return file;
  }

  private CommandRun fuse(Object... more) {
    Object[] arguments = new Object[more.length + 7];
    Object[] first = {"fuse", over, under, "-o", out, "--method", "average"};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(more, 0, arguments, first.length, more.length);
    return CommandRun.of(arguments);
  }

  private static float contrast(Image image, int left) {
    return image.at(0, 5, left + SIDE / 2) - image.at(0, 20 + SIDE / 2, left + SIDE / 2);
  }

  @Test
  void deghost_off_leavesGhosts() throws IOException {
    CommandRun run = fuse();

    assertThat(run).isEqualTo(new CommandRun(0, out + System.lineSeparator(), ""));
    assertThat(contrast(Photos.read(out).image(), 60)).isGreaterThan(0.1f);
    assertThat(contrast(Photos.read(out).image(), 10)).isGreaterThan(0.05f);
  }

  @Test
  void deghost_reference_countsAsGivenOnTheCommandLine() throws IOException {
    CommandRun run = fuse("--deghost", "low", "--reference", 1);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).startsWith("note: what moves is taken from " + over + ": ");
    assertThat(run.err()).contains("% of " + under);
    assertThat(contrast(Photos.read(out).image(), 60)).isGreaterThan(0.3f);
    assertThat(contrast(Photos.read(out).image(), 10)).isBetween(-0.05f, 0.05f);
  }

  @Test
  void deghost_otherReference_keepsTheOtherSquare() throws IOException {
    fuse("--deghost", "HIGH", "--reference", "2");

    assertThat(contrast(Photos.read(out).image(), 60)).isBetween(-0.05f, 0.05f);
    assertThat(contrast(Photos.read(out).image(), 10)).isGreaterThan(0.1f);
  }

  @Test
  void deghost_json_repeatsTheNote() throws IOException {
    CommandRun run = fuse("--deghost", "low", "--json");

    assertThat(new ObjectMapper().readTree(run.out()).at("/notes/0").asText())
        .startsWith("what moves is taken from ");
  }

  @Test
  void ghostMask_isWhiteWhereSomethingMoved() throws IOException {
    assertThat(fuse("--deghost", "low", "--ghost-mask", mask).exitCode()).isZero();

    Image picture = GreyPicture.read(mask);
    assertThat(picture.size()).isEqualTo(HEIGHT + "×" + WIDTH);
    assertThat(picture.at(0, 30, 20)).isEqualTo(1);
    assertThat(picture.at(0, 30, 70)).isEqualTo(1);
    assertThat(picture.at(0, 5, 45)).isZero();
  }

  @Test
  void ghostMask_withoutDeghosting_isWrongUsage() {
    CommandRun run = fuse("--ghost-mask", mask);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--ghost-mask needs --deghost low or high");
    assertThat(out).doesNotExist();
  }

  @Test
  void ghostMask_thatIsNoPng_isWrongUsage() {
    CommandRun run = fuse("--deghost", "low", "--ghost-mask", folder.resolve("mask.jpg"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("must be a file that ends with .png, but is");
  }

  @Test
  void ghostMask_unwritable_failsBeforeAnythingIsDone() {
    Path missing = folder.resolve("missing").resolve("mask.png");

    CommandRun run = fuse("--deghost", "low", "--ghost-mask", missing);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("the output folder must exist", "missing");
    assertThat(out).doesNotExist();
  }

  @Test
  void ghostMask_thatExists_isReplacedWhenAskedFor() throws IOException {
    Files.writeString(mask, "old");

    assertThat(fuse("--deghost", "low", "--ghost-mask", mask).err()).contains("--overwrite");
    assertThat(fuse("--deghost", "low", "--ghost-mask", mask, "--overwrite").exitCode()).isZero();
    assertThat(GreyPicture.read(mask).width()).isEqualTo(WIDTH);
  }

  @Test
  void ghostMask_onAnImageOrTheResult_isRefused() {
    assertThat(fuse("--deghost", "low", "--ghost-mask", under, "--overwrite").err())
        .contains("the ghost mask must not be one of the images");
    assertThat(fuse("--deghost", "low", "--ghost-mask", out).err())
        .contains("the ghost mask must not be the picture");
    assertThat(out).doesNotExist();
  }

  @Test
  void reference_thatIsNoImage_isWrongUsage() {
    for (String reference : new String[] {"0", "3", "-1", "first", "1.5"}) {
      CommandRun run = fuse("--deghost", "low", "--reference=" + reference);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err())
          .contains(
              "the reference must be auto or the number of an image, 1 to 2, but is " + reference);
    }
  }

  @Test
  void reproduce_deghostedPicture_makesTheSameBytesWithoutTheMask() throws IOException {
    Path again = folder.resolve("again.png");
    fuse("--deghost", "low", "--reference", 1, "--ghost-mask", mask, "--sidecar");
    Files.delete(mask);

    CommandRun run = CommandRun.of("reproduce", out + ".json", "-o", again);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(again).hasSameBinaryContentAs(out);
    assertThat(mask).doesNotExist();
  }

  @Test
  void deghost_unknownLevel_isWrongUsage() {
    assertThat(fuse("--deghost", "most").exitCode()).isEqualTo(2);
  }
}
