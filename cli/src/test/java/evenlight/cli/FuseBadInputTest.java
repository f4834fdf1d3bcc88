package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each gives one line that names the trouble, the right exit code, and no file. */
class FuseBadInputTest {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  @TempDir Path inputs;
  @TempDir Path outputs;
  private Path under;
  private Path over;
  private Path out;

  @BeforeEach
  void writeBracket() throws IOException {
    under = TestPhotos.grey(inputs.resolve("under.png"), 16, 24, 0.2f);
    over = TestPhotos.grey(inputs.resolve("over.png"), 16, 24, 0.6f);
    out = outputs.resolve("fused.png");
  }

  @AfterEach
  void nothingIsWritten() throws IOException {
    try (Stream<Path> files = Files.list(outputs)) {
      assertThat(files).isEmpty();
    }
  }

  private static void assertFails(int exitCode, List<String> parts, Object... arguments) {
    CommandRun run = CommandRun.of(arguments);

    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("evenlight: ").contains(parts);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    if (exitCode == USAGE) {
      assertThat(run.err()).contains("(see evenlight fuse --help)");
    }
  }

  /** Two good exposures, averaged where the options name no other method. */
  private void assertFusingFails(int exitCode, List<String> parts, Path target, Object... options) {
    List<Object> arguments = new ArrayList<>(List.of("fuse", under, over, "-o", target));
    arguments.addAll(List.of(options));
    if (!arguments.contains("--method")) {
      arguments.addAll(List.of("--method", "average"));
    }
    assertFails(exitCode, parts, arguments.toArray());
  }

  private void assertUnreadable(Path image, String... parts) {
    assertFails(FAILED, List.of(parts), "fuse", under, image, "-o", out, "--method", "average");
  }

  @ParameterizedTest
  @CsvSource({
    "average,0,average needs 2 to 64 images",
    "average,1,average needs 2 to 64 images",
    "lcndr,1,lcndr needs 2 to 64 images",
    "lcndr,65,lcndr needs 2 to 64 images"
  })
  void wrongNumberOfImages(String method, int count, String part) {
    Stream<Object> images = Stream.generate(() -> (Object) under).limit(count);
    Object[] arguments =
        Stream.concat(Stream.of("fuse", "-o", out, "--method", method), images).toArray();

    assertFails(USAGE, List.of("the method " + part + ", but found " + count), arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "--method,fancy,average",
    "--depth,12,16 or 32",
    "--depth,many,many",
    "--threads,-1,-1",
    "--device,abacus,abacus",
    "--colour,red,--colour"
  })
  void wrongOption(String option, String value, String part) {
    Stream<Object> method =
        option.equals("--method") ? Stream.of() : Stream.of("--method", "average");
    Object[] arguments =
        Stream.concat(Stream.of("fuse", under, over, "-o", out, option, value), method).toArray();

    assertFails(USAGE, List.of(part), arguments);
  }

  @Test
  void noOutput() {
    assertFails(USAGE, List.of("--output"), "fuse", under, over);
  }

  @Test
  void sixteenBitJpeg() {
    Path jpeg = outputs.resolve("fused.jpg");

    assertFusingFails(USAGE, List.of("8 bits", jpeg.toString()), jpeg, "--depth", 16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fused.gif", "fused", "png"})
  void unknownEnding(String name) {
    Path file = outputs.resolve(name);

    assertFusingFails(USAGE, List.of(".png", ".tif", file.toString()), file);
  }

  @Test
  void sixtyFiveImages() {
    Object[] arguments = new Object[65 + 5];
    Arrays.fill(arguments, under);
    arguments[0] = "fuse";
    arguments[1] = "-o";
    arguments[2] = out;
    arguments[3] = "--method";
    arguments[4] = "average";

    assertFails(USAGE, List.of("average needs 2 to 64 images, but found 65"), arguments);
  }

  @Test
  void moreThanMaxPixels() {
    assertFusingFails(
        FAILED, List.of("at most 383 pixels", "16×24", "--max-pixels"), out, "--max-pixels", 383);
  }

  @Test
  void maxPixelsOutOfRange() {
    assertFusingFails(
        USAGE,
        List.of("a limit to the pixels must be from 1 to 715827879, but is 0"),
        out,
        "--max-pixels",
        0);
  }

  @Test
  void floatingPointInOtherFilesThanTiff() {
    assertFusingFails(
        USAGE, List.of("at most 16 bits a sample, but --depth 32"), out, "--depth", 32);
  }

  @Test
  void sidecarExists() throws IOException {
    Path sidecar = Files.writeString(outputs.resolve("fused.png.json"), "mine");

    assertFusingFails(
        FAILED,
        List.of(sidecar.toString(), "--overwrite"),
        outputs.resolve("fused.png"),
        "--sidecar");
    Files.delete(sidecar);
  }

  @Test
  void missingFile() {
    Path missing = inputs.resolve("missing.png");

    assertUnreadable(missing, missing.toString());
  }

  @Test
  void folderAsImage() {
    assertUnreadable(inputs, inputs.toString());
  }

  @Test
  void emptyFile() throws IOException {
    Path empty = Files.createFile(inputs.resolve("empty.png"));

    assertUnreadable(empty, empty.toString());
  }

  @Test
  void textFile() throws IOException {
    Path text = Files.writeString(inputs.resolve("text.jpg"), "not a picture\nat all");

    assertUnreadable(text, text.toString());
  }

  @Test
  void truncatedFile() throws IOException {
    byte[] bytes = Files.readAllBytes(over);
    Path half = inputs.resolve("half.png");
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));

    assertUnreadable(half, half.toString());
  }

  @Test
  void alpha() throws IOException {
    Path file = TestPhotos.ofType(inputs.resolve("alpha.png"), BufferedImage.TYPE_INT_ARGB);

    assertUnreadable(file, file.toString(), "alpha");
  }

  @Test
  void greyscale() throws IOException {
    Path file = TestPhotos.ofType(inputs.resolve("grey.png"), BufferedImage.TYPE_BYTE_GRAY);

    assertUnreadable(file, file.toString());
  }

  @Test
  void differentSizes() throws IOException {
    Path smaller = TestPhotos.grey(inputs.resolve("smaller.png"), 15, 24, 0.6f);

    assertUnreadable(smaller, smaller.toString(), "15×24", under.toString(), "16×24");
  }

  @Test
  void outputFolderMissing() {
    Path file = outputs.resolve("nowhere").resolve("fused.png");

    assertFusingFails(FAILED, List.of(outputs.resolve("nowhere").toString()), file);
  }

  @Test
  void outputFolderIsAFile() {
    Path file = under.resolve("fused.png");

    assertFusingFails(FAILED, List.of(under.toString()), file);
  }

  @Test
  void outputExists_beforeTheImagesAreRead() {
    Path missing = inputs.resolve("missing.png");

    assertFails(
        FAILED,
        List.of(over.toString(), "--overwrite"),
        "fuse",
        under,
        missing,
        "-o",
        over,
        "--method",
        "average");
  }

  @Test
  void outputIsAnInput_evenWithOverwrite() {
    Path roundabout = inputs.resolve("..").resolve(inputs.getFileName()).resolve("over.png");

    assertFusingFails(
        FAILED,
        List.of("the output must not be one of the images", over.toString()),
        roundabout,
        "--overwrite");
  }

  @Test
  void weightsForAMethodWithoutAny() {
    assertFusingFails(
        FAILED, List.of("weights", "other.safetensors"), out, "--weights", "other.safetensors");
  }

  @Test
  void weightsMissing() {
    Path missing = inputs.resolve("missing.safetensors");

    assertFusingFails(
        FAILED, List.of(missing.toString()), out, "--method", "lcndr", "--weights", missing);
  }

  @Test
  void weightsThatAreNone() {
    assertFusingFails(
        FAILED, List.of(over.toString()), out, "--method", "lcndr", "--weights", over);
  }

  @Test
  void nativesMissing() {
    assertFusingFails(
        FAILED,
        List.of("libtorch must run on this platform, but does not"),
        out,
        "--method",
        BrokenFusion.ID,
        "--device",
        "cuda");
  }

  @Test
  void heapTooSmall() {
    assertFusingFails(
        FAILED,
        List.of("MiB", "Java heap space", "EVENLIGHT_JAVA_OPTS"),
        out,
        "--method",
        BrokenFusion.ID,
        "--threads",
        1);
  }

  @Test
  void unexpectedException() {
    assertFusingFails(
        FAILED,
        List.of("unexpected error", "IllegalStateException: first line", "--verbose"),
        out,
        "--method",
        BrokenFusion.ID);
  }

  @Test
  void unexpectedException_verbose_printsTheStackTraceAfterTheLine() {
    CommandRun run =
        CommandRun.of("fuse", under, over, "-o", out, "--method", BrokenFusion.ID, "--verbose");

    assertThat(run.exitCode()).isEqualTo(FAILED);
    assertThat(run.err())
        .containsSubsequence("evenlight: unexpected error", "IllegalStateException", "\tat ");
  }

  @Test
  void fuse_alignedByRaftWithAFileThatIsNotThere_saysWhatIsMissing() {
    assertFusingFails(
        FAILED,
        List.of("the weights must be a readable file, but there is none at", "none.safetensors"),
        out,
        "--align",
        "raft",
        "--align-weights",
        inputs.resolve("none.safetensors"));
  }

  @Test
  void fuse_raftWithTransforms_isRefused() {
    assertFusingFails(
        USAGE,
        List.of("transforms can be saved or used only without --align raft"),
        out,
        "--align",
        "raft",
        "--save-transforms",
        outputs.resolve("transforms.json"));
  }

  @Test
  void fuse_weightsOfAnAlignmentThatNeedsNone_areRefused() {
    assertFusingFails(
        USAGE,
        List.of("--align-weights can be given only with --align raft"),
        out,
        "--align-weights",
        inputs.resolve("raft.safetensors"));
  }
}
