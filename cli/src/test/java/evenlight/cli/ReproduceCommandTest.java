package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.io.Photos;
import evenlight.image.io.Sha256;
import evenlight.image.metadata.CaptureInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a picture's file says of how it was made, and making it again. */
class ReproduceCommandTest {
  @TempDir private Path folder;
  private Path under;
  private Path over;
  private Path out;
  private Path sidecar;
  private Path again;

  @BeforeEach
  void writeBracket() throws IOException {
    under = TestPhotos.texture(folder.resolve("unter<&ü.png"), 20, 30, 0.4f);
    over = TestPhotos.texture(folder.resolve("over.png"), 20, 30, 1.5f);
    TestPhotos.taken(under, 1, 40);
    TestPhotos.taken(over, 1, 10);
    name("fused.jpg");
  }

  private void name(String output) {
    out = folder.resolve(output);
    sidecar = folder.resolve(output + ".json");
    again = folder.resolve("again-" + output);
  }

  private void fuse(Object... more) {
    fuseBy("mertens", more);
  }

  private void fuseBy(String method, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("fuse", over, under, "-o", out, "--sidecar", "--method", method));
    arguments.addAll(List.of(more));
    CommandRun run = CommandRun.of(arguments.toArray());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private void assertRefused(Path record, String... parts) {
    CommandRun run = CommandRun.of("reproduce", record, "-o", again);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains(parts);
    assertThat(again).doesNotExist();
  }

  private void edit(String old, String changed) throws IOException {
    String text = Files.readString(sidecar);
    assertThat(text).contains(old);
    Files.writeString(sidecar, text.replace(old, changed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fused.jpg", "fused.png", "fused.tif"})
  void reproduce_untouchedFiles_givesTheSameBytes(String output) {
    name(output);
    fuse("--threads", 0);

    CommandRun run = CommandRun.of("reproduce", sidecar, "-o", again);

    assertThat(run).isEqualTo(new CommandRun(0, again + System.lineSeparator(), ""));
    assertThat(again).hasSameBinaryContentAs(out);
  }

  @Test
  void reproduce_optionsOfTheMethodAndTheDepth_areKept() throws IOException {
    name("fused.tif");
    fuseBy("gbm:solver=dct", "--depth", 16, "--no-gps");

    assertThat(CommandRun.of("reproduce", sidecar, "-o", again).exitCode()).isZero();

    assertThat(again).hasSameBinaryContentAs(out);
    assertThat(Photos.read(again).bitDepth()).isEqualTo(16);
  }

  @Test
  void reproduce_folderMovedElsewhere_findsFilesBesideTheRecord() throws IOException {
    fuse();
    Path moved = Files.createDirectory(folder.resolve("moved"));
    for (Path file : new Path[] {under, over, sidecar}) {
      Files.move(file, moved.resolve(file.getFileName()));
    }

    CommandRun run = CommandRun.of("reproduce", moved.resolve(sidecar.getFileName()), "-o", again);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(again).hasSameBinaryContentAs(out);
  }

  @Test
  void reproduce_outputExists_isRefusedWithoutOverwrite() throws IOException {
    fuse();
    byte[] first = Files.readAllBytes(out);

    assertThat(CommandRun.of("reproduce", sidecar).err()).contains(out + " already exists");
    assertThat(CommandRun.of("reproduce", sidecar, "--overwrite").exitCode()).isZero();
    assertThat(out).hasBinaryContent(first);
  }

  @Test
  void reproduce_otherInput_isRefusedByName() throws IOException {
    fuse();
    TestPhotos.texture(over, 20, 30, 1.6f);

    assertRefused(sidecar, "the input " + over + " must be the same as then", "but is another");
  }

  @Test
  void reproduce_missingInput_isRefusedByName() throws IOException {
    fuse();
    Files.delete(under);

    assertRefused(sidecar, "the input " + under + " must be there or beside " + sidecar);
  }

  @Test
  void reproduce_otherVersion_isRefused() throws IOException {
    fuse();
    edit("\"version\" : \"" + Version.number(), "\"version\" : \"9.9");

    assertRefused(sidecar, "made by version 9.9");
  }

  @Test
  void reproduce_otherParametersOfTheMethod_areRefused() throws IOException {
    fuse();
    edit("\"method\" : \"mertens", "\"method\" : \"changed");

    assertRefused(sidecar, "the method must be the one of then (changed");
  }

  @Test
  void reproduce_otherType_isRefused() {
    fuse();

    CommandRun run = CommandRun.of("reproduce", sidecar, "-o", folder.resolve("x.png"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("of the same type as " + out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "no JSON", "{\"output\": null}"})
  void reproduce_noSidecar_isRefused(String text) throws IOException {
    Files.writeString(sidecar, text);

    assertRefused(sidecar, "a sidecar must be what fuse --sidecar writes, but " + sidecar);
  }

  @Test
  void reproduce_lyingHash_saysThatBytesDiffer() throws IOException {
    fuse();
    edit("\"sha256\" : \"" + Sha256.of(out), "\"sha256\" : \"0123");

    CommandRun run = CommandRun.of("reproduce", sidecar, "-o", again);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("must have the bytes of " + out);
  }

  @Test
  void reproduce_weightsGiven_areFoundAndChecked() throws IOException {
    Path weights = folder.resolve("w.safetensors");
    try (InputStream shipped = resource("/evenlight/torch/fusion/lcndr.safetensors")) {
      Files.copy(shipped, weights);
    }
    fuseBy("lcndr", "--weights", weights);
    Path moved = Files.createDirectory(folder.resolve("moved"));
    for (Path file : new Path[] {under, over, sidecar, weights}) {
      Files.move(file, moved.resolve(file.getFileName()));
    }
    sidecar = moved.resolve(sidecar.getFileName());

    CommandRun run = CommandRun.of("reproduce", sidecar, "-o", again);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(again).hasSameBinaryContentAs(out);

    Files.delete(again);
    Files.writeString(moved.resolve("w.safetensors"), "others");
    assertRefused(sidecar, "--weights " + moved.resolve("w.safetensors"), "but is another");
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(ReproduceCommandTest.class.getResourceAsStream(name));
  }

  @Test
  void fuse_copiesExifOfTheMiddleExposure() throws IOException {
    fuse();

    CaptureInfo info = CaptureInfo.read(out);
    assertThat(info.exposure().seconds()).hasValue(0.025);
    assertThat(info.camera().model()).contains("Model");
    assertThat(info.taken()).isPresent();
  }

  @Test
  void fuse_file_saysHowItWasMadeWithoutFolders() throws IOException {
    fuse();

    String text = Files.readString(out, StandardCharsets.ISO_8859_1);
    assertThat(text)
        .contains("unter&lt;&amp;\\u00FC.png", Sha256.of(under), "\"--method\"")
        .doesNotContain(folder.toString());
  }

  @Test
  void fuse_noMetadata_writesPixelsOnly() throws IOException {
    fuse("--no-metadata");

    String text = Files.readString(out, StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain("evenlight", "Exif", "Model");
    assertThat(CommandRun.of("reproduce", sidecar, "-o", again).exitCode()).isZero();
    assertThat(again).hasSameBinaryContentAs(out);
  }
}
