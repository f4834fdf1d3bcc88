package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.image.Image;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignCommandTest {
  @TempDir private Path folder;
  private Path dark;
  private Path bright;
  private Path other;
  private Path aligned;
  private Path fused;

  @BeforeEach
  void writeBracket() throws IOException {
    dark = TestPhotos.tiles(folder.resolve("dark.png"), 5, 0, 0, 0.8f);
    bright = TestPhotos.tiles(folder.resolve("bright.png"), 5, 12, -9, 1.4f);
    other = TestPhotos.tiles(folder.resolve("other.png"), 6, 0, 0, 1.4f);
    aligned = folder.resolve("aligned");
    fused = folder.resolve("fused.png");
  }

  private CommandRun fuse(Object... arguments) {
    List<Object> all =
        new ArrayList<>(List.of("fuse", "--method", "average", "--no-metadata", "-o", fused));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray());
  }

  @Test
  void align_shiftedPair_liesOverOneAnother() throws IOException {
    CommandRun run = CommandRun.of("align", bright, dark, "-o", aligned, "--reference", 2);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            aligned.resolve("dark.png").toString(), aligned.resolve("bright.png").toString());
    assertThat(run.err()).contains("bright.png is aligned by a translation of up to 15.0 pixels");
    assertThat(run.err()).contains("cropped to the 141×188 pixels from (12, 0) on that all show");
    Image one = Photos.read(aligned.resolve("dark.png")).image();
    Image two = Photos.read(aligned.resolve("bright.png")).image();
    assertThat(one.size()).isEqualTo("141×188");
    for (int i = 10; i < 130; i += 7) {
      assertThat(two.at(0, i, i)).isBetween(1.55f * one.at(0, i, i), 1.95f * one.at(0, i, i));
    }
  }

  @Test
  void align_json_tellsTheTransform() throws IOException {
    CommandRun run =
        CommandRun.of("align", dark, bright, "-o", aligned, "--json", "--reference", 1);

    JsonNode report = new ObjectMapper().readTree(run.out());
    assertThat(report.at("/frames/0/verdict").asText()).isEqualTo("reference");
    assertThat(report.at("/frames/1/model").asText()).isEqualTo("translation");
    assertThat(report.at("/frames/1/motion").asDouble()).isBetween(14.9, 15.1);
    assertThat(report.at("/frames/1/matrix/2").asDouble()).isBetween(11.9, 12.1);
    assertThat(report.at("/frames/1/residual/median").asDouble()).isLessThan(0.3);
    assertThat(report.at("/frames/1/output").asText()).endsWith("bright.png");
  }

  @Test
  void align_intoTheImagesFolder_isRefused() {
    CommandRun run = CommandRun.of("align", dark, bright, "-o", folder, "--overwrite");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("must not be one of the images");
  }

  @Test
  void align_oneImageOrNoSuchReference_isAUsageError() {
    assertThat(CommandRun.of("align", dark, "-o", aligned).exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("align", dark, bright, "-o", aligned, "--reference", 3).exitCode())
        .isEqualTo(2);
    assertThat(aligned).doesNotExist();
  }

  @Test
  void align_sixtyFiveImages_isAUsageError() {
    List<Object> arguments = new ArrayList<>(List.of("align", "-o", aligned));
    arguments.addAll(Collections.nCopies(65, dark));

    CommandRun run = CommandRun.of(arguments.toArray());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("2 to 64 images are needed, but found 65");
    assertThat(aligned).doesNotExist();
  }

  @Test
  void fuse_shiftedPair_isAlignedAndCropped() throws IOException {
    CommandRun run = fuse(dark, bright);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("aligned by a translation", "cropped to");
    assertThat(Photos.read(fused).image().size()).isEqualTo("141×188");
  }

  @Test
  void fuse_noCrop_keepsTheSize() throws IOException {
    assertThat(fuse(dark, bright, "--no-crop").exitCode()).isZero();
    assertThat(Photos.read(fused).image().size()).isEqualTo("150×200");
  }

  @Test
  void fuse_stillPair_isTheSameAsWithoutAlignment() throws IOException {
    Path still = TestPhotos.tiles(folder.resolve("still.png"), 5, 0, 0, 1.4f);

    CommandRun run = fuse(dark, still);
    byte[] automatic = Files.readAllBytes(fused);
    fuse(dark, still, "--align", "none", "--overwrite");

    assertThat(run.err()).isEmpty();
    assertThat(fused).hasBinaryContent(automatic);
  }

  @Test
  void fuse_alignNone_leavesMotionIn() throws IOException {
    CommandRun run = fuse(dark, bright, "--align", "none");

    assertThat(run.err()).isEmpty();
    assertThat(Photos.read(fused).image().size()).isEqualTo("150×200");
  }

  @Test
  void fuse_unrelatedPictures_failsUnlessTheyAreToBeKept() {
    CommandRun run = fuse(dark, other);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("must lie over the reference");
    assertThat(fused).doesNotExist();
    CommandRun kept = fuse(dark, other, "--on-misaligned", "keep");
    assertThat(kept.exitCode()).isZero();
    assertThat(kept.err()).contains("kept as it is");
  }

  @Test
  void fuse_oneOfThreeUnrelated_canBeDropped() {
    CommandRun run = fuse(dark, bright, other, "--on-misaligned", "drop", "--reference", 1);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("other.png is left out");
  }

  @Test
  void fuse_savedTransforms_giveTheSameBytesAgain() throws IOException {
    Path transforms = folder.resolve("transforms.json");

    fuse(dark, bright, "--save-transforms", transforms);
    byte[] first = Files.readAllBytes(fused);
    CommandRun again = fuse(dark, bright, "--use-transforms", transforms, "--overwrite");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(fused).hasBinaryContent(first);
    assertThat(transforms).content().contains("evenlight-transforms-1", "\"bright.png\"");
  }

  @Test
  void fuse_transformsWithoutAlignment_isAUsageError() {
    Path transforms = folder.resolve("transforms.json");

    assertThat(fuse(dark, bright, "--align", "none", "--save-transforms", transforms).exitCode())
        .isEqualTo(2);
    assertThat(fuse(dark, bright, "--use-transforms", folder.resolve("none.json")).exitCode())
        .isEqualTo(1);
  }
}
