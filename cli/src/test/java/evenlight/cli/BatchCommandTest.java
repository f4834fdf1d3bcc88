package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
  @TempDir Path folder;
  private Path card;
  private Path out;

  @BeforeEach
  void writeCard() throws IOException {
    card = Files.createDirectories(folder.resolve("DCIM/100"));
    out = folder.resolve("fused");
    for (int i = 1; i <= 4; i++) {
      TestPhotos.texture(card.resolve("IMG_%d.jpg".formatted(i)), 32, 48, i % 2 == 0 ? 1 : 0.4f);
    }
  }

  private CommandRun batch(Object... more) {
    Stream<Object> arguments =
        Stream.concat(
            Stream.of("batch", "--method", "average", "--by", "count=2"), Arrays.stream(more));
    return CommandRun.of(arguments.toArray());
  }

  private CommandRun batchCard(Object... more) {
    return batch(Stream.concat(Stream.of(card, "-o", out), Arrays.stream(more)).toArray());
  }

  private static JsonNode json(CommandRun run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  private List<String> pictures() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  @Test
  void batch_twoSets_writesAPictureForEachAndPrintsThePaths() throws IOException {
    CommandRun run = batchCard();

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.outLines())
        .containsExactly(out.resolve("IMG_1.png").toString(), out.resolve("IMG_3.png").toString());
    assertThat(run.errLines()).containsExactly("note: 2 of 2 sets fused");
    assertThat(Photos.read(out.resolve("IMG_1.png")).image().size()).isEqualTo("32×48");
  }

  @Test
  void batch_samePicture_isWhatFuseMakes() {
    Path single = folder.resolve("single.png");

    batchCard();
    CommandRun.of(
        "fuse",
        card.resolve("IMG_1.jpg"),
        card.resolve("IMG_2.jpg"),
        "-o",
        single,
        "--method",
        "average");

    assertThat(out.resolve("IMG_1.png")).hasSameBinaryContentAs(single);
  }

  @Test
  void batch_severalJobs_makeTheSameBytes() {
    batchCard();
    Path other = folder.resolve("other");

    CommandRun run = batch(card, "-o", other, "--jobs", 2);

    assertThat(run.exitCode()).isZero();
    for (String name : List.of("IMG_1.png", "IMG_3.png")) {
      assertThat(other.resolve(name)).hasSameBinaryContentAs(out.resolve(name));
    }
  }

  @Test
  void batch_dryRun_printsTheManifestAndWritesNothing() {
    CommandRun run = batch(card, "--dry-run");

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).hasSize(5).startsWith("set,file,ev,confidence");
    assertThat(run.outLines().get(1)).startsWith("IMG_1," + card.resolve("IMG_1.jpg") + ",0.00,");
    assertThat(out).doesNotExist();
  }

  @Test
  void batch_manifestThatWasEdited_fusesWhatItSays() throws IOException {
    String printed = batch(card, "--dry-run").out();
    Path manifest =
        Files.writeString(
            folder.resolve("sets.csv"),
            printed.replace("IMG_3,", ",").replace("IMG_1,", "Window seat,"));

    CommandRun run =
        CommandRun.of(
            "batch", "--manifest", manifest, "-o", out, "--method", "average", "--format", "jpg");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(pictures()).containsExactly("Window seat.jpg");
    assertThat(run.err()).contains("1 of 1 sets fused, 2 single photographs");
  }

  @Test
  void batch_noExif_findsSetsByNamesAndPictures() throws IOException {
    Path other = TestPhotos.grey(card.resolve("IMG_5.jpg"), 32, 48, 0.5f);

    CommandRun run = CommandRun.of("batch", card, "-o", out, "--method", "average", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(json(run).at("/sets")).hasSize(2);
    assertThat(json(run).at("/sets/0/files")).hasSize(2);
    assertThat(json(run).at("/sets/0/confidence").asDouble()).isBetween(0.5, 0.8);
    assertThat(json(run).at("/singles/0/file").asText()).isEqualTo(other.toString());
  }

  @Test
  void batch_setsThatAreUnsure_areListedAndNotFused() throws IOException {
    CommandRun run = batchCard("--min-confidence", 1, "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(json(run).at("/sets/0/status").asText()).isEqualTo("unsure");
    assertThat(pictures()).isEmpty();
  }

  @Test
  void batch_oneSetFails_goesOnAndSaysSo() throws IOException {
    Path broken = card.resolve("IMG_2.jpg");
    byte[] bytes = Files.readAllBytes(broken);
    Files.write(broken, Arrays.copyOf(bytes, bytes.length / 2));
    Path page = folder.resolve("report.html");

    CommandRun run = batchCard("--report", page);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errLines().get(0)).startsWith("note: IMG_1 failed: ").contains("IMG_2.jpg");
    assertThat(run.err()).contains("1 of 2 sets fused, 1 failed");
    assertThat(pictures()).containsExactly("IMG_3.png");
    assertThat(page).content().contains("<a href=\"#set-1\">IMG_1</a>", "IMG_2.jpg");
  }

  @Test
  void batch_framesOfDifferentSizes_areNeverASet() throws IOException {
    TestPhotos.texture(card.resolve("IMG_2.jpg"), 48, 32, 1);

    CommandRun run = CommandRun.of("batch", card, "-o", out, "--method", "average", "--json");

    assertThat(json(run).at("/sets")).hasSize(1);
    assertThat(json(run).at("/singles")).hasSize(2);
    assertThat(json(run).at("/singles/0/reason").asText()).contains("another size or orientation");
  }

  @Test
  void resume_allDone_redoesNothing() throws IOException {
    batchCard();
    FileTime written = Files.getLastModifiedTime(out.resolve("IMG_1.png"));

    CommandRun run = batchCard("--resume", "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(json(run).at("/sets").findValuesAsText("status")).containsExactly("kept", "kept");
    assertThat(Files.getLastModifiedTime(out.resolve("IMG_1.png"))).isEqualTo(written);
  }

  @Test
  void resume_killedBetweenTwoSets_makesTheRestAndCleansUp() throws IOException {
    batchCard();
    byte[] bytes = Files.readAllBytes(out.resolve("IMG_3.png"));
    Files.delete(out.resolve("IMG_3.png"));
    Path leftover = Files.writeString(out.resolve(".evenlight-1234.tmp"), "half a picture");

    CommandRun run = batchCard("--resume", "--json");

    assertThat(json(run).at("/sets").findValuesAsText("status")).containsExactly("kept", "done");
    assertThat(out.resolve("IMG_3.png")).hasBinaryContent(bytes);
    assertThat(leftover).doesNotExist();
  }

  @Test
  void resume_killedBetweenPictureAndNote_knowsThePicture() throws IOException {
    batchCard();
    try (BatchFolder notes = BatchFolder.open(out)) {
      String key = notes.note("IMG_1").orElseThrow().key();
      notes.write("IMG_1", new BatchFolder.Note(key, null, null, List.of()));
    }

    CommandRun run = batchCard("--resume", "--json");

    assertThat(json(run).at("/sets/0/status").asText()).isEqualTo("kept");
  }

  @Test
  void resume_killedBeforeItReplaced_replacesNow() throws IOException {
    batchCard();
    Path picture = out.resolve("IMG_1.png");
    try (BatchFolder notes = BatchFolder.open(out)) {
      String key = notes.note("IMG_1").orElseThrow().key();
      Files.writeString(picture, "to be replaced");
      notes.write(
          "IMG_1", new BatchFolder.Note(key, BatchFolder.FileState.of(picture), null, List.of()));
    }

    CommandRun run = batchCard("--resume", "--json");

    assertThat(json(run).at("/sets/0/status").asText()).isEqualTo("done");
    assertThat(Photos.read(picture).image().width()).isEqualTo(48);
  }

  @Test
  void resume_pictureThatWasChangedSince_isNotTouched() throws IOException {
    batchCard();
    Files.writeString(out.resolve("IMG_1.png"), "retouched");

    CommandRun run = batchCard("--resume");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("was changed since; --overwrite replaces it");
    assertThat(out.resolve("IMG_1.png")).hasContent("retouched");
  }

  @Test
  void resume_otherSettingsOrSources_areNotMixedIn() throws IOException {
    batchCard();

    CommandRun settings = batchCard("--resume", "--depth", 16);
    TestPhotos.texture(card.resolve("IMG_2.jpg"), 32, 48, 0.9f);
    CommandRun sources = batchCard("--resume");

    assertThat(settings.exitCode()).isEqualTo(3);
    assertThat(settings.err()).contains("2 failed", "with the same settings");
    assertThat(sources.err()).contains("IMG_1 failed", "1 by an earlier run, 1 failed");
    assertThat(batchCard("--resume", "--overwrite").err()).contains("1 by an earlier run");
  }

  @Test
  void batch_outputsExist_areRefusedOrReplaced() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("IMG_3.png"), "mine");

    CommandRun refused = batchCard();

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("1 of 2 exist", "--resume", "--overwrite");
    assertThat(out.resolve("IMG_3.png")).hasContent("mine");
    assertThat(pictures()).hasSize(1);
    assertThat(batchCard("--overwrite").exitCode()).isZero();
    assertThat(Photos.read(out.resolve("IMG_3.png")).image().width()).isEqualTo(48);
  }

  @Test
  void batch_reportInTheNewFolder_isWritten() {
    CommandRun run = batchCard("--report", out.resolve("report.html"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(out.resolve("report.html")).isNotEmptyFile();
  }

  @Test
  void batch_report_isOnePageThatAsksForNothing() {
    Path page = folder.resolve("report.html");

    CommandRun run = batchCard("--report", page);

    assertThat(run.err()).contains("the report is " + page);
    assertThat(page)
        .content()
        .contains("2 of 2 sets fused", "IMG_1.jpg, +0.0 EV", "data:image/jpeg;base64,")
        .doesNotContain("http:", "https:", "{{", "<script");
  }
}
