package evenlight.torch.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenlight.image.Image;
import evenlight.image.io.Photos;
import evenlight.torch.training.Picture;
import evenlight.torch.training.Step;
import evenlight.torch.training.ValidationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
  private static final int STEPS = 100;
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

  @TempDir private Path folder;

  @Test
  void record_wholeRun_keepsFiguresPicturesEventsAndCurves() throws IOException {
    try (RunRecord run = new RunRecord(folder, CLOCK)) {
      train(run, 1, STEPS);
    }
    assertThat(places(folder))
        .containsExactly(
            "20 train",
            "40 train",
            "50 train",
            "50 val",
            "60 train",
            "80 train",
            "100 train",
            "100 val");
    assertThat(names("validation")).containsExactly("step-000050.png", "step-000100.png");
    assertThat(Photos.read(folder.resolve("validation/step-000050.png")).image().channels())
        .isEqualTo(3);
    assertThat(Photos.read(folder.resolve("curves.png")).image().width()).isEqualTo(960);
    assertThat(tags()).contains("train/loss", "val/loss", "val/mef-ssim", "val/pictures");
  }

  @Test
  void record_killedAndResumed_isThatOfAnUndisturbedRun() throws IOException {
    Path whole = folder.resolve("whole");
    try (RunRecord run = new RunRecord(whole, CLOCK)) {
      train(run, 1, STEPS);
    }
    Path parts = folder.resolve("parts");
    RunRecord killed = new RunRecord(parts, CLOCK);
    train(killed, 1, 93);
    try (RunRecord resumed = new RunRecord(parts, CLOCK)) {
      train(resumed, 51, STEPS);
    }
    assertThat(places(parts)).isEqualTo(places(whole));
    assertThat(losses(parts)).isEqualTo(losses(whole));
    assertThat(parts.resolve("curves.png")).hasSameBinaryContentAs(whole.resolve("curves.png"));
  }

  @Test
  void stepDone_goingOn_removesSheetsOfLaterSteps() throws IOException {
    train(new RunRecord(folder, CLOCK), 1, STEPS);
    Files.writeString(folder.resolve("validation/step-notes.png"), "of somebody else");
    train(new RunRecord(folder, CLOCK), 99, 99);
    assertThat(names("validation")).containsExactly("step-000050.png", "step-notes.png");
  }

  @Test
  void stepDone_newRunInAnOldFolder_dropsTheOldOne() throws IOException {
    train(new RunRecord(folder, CLOCK), 1, STEPS);
    try (RunRecord second = new RunRecord(folder, CLOCK)) {
      train(second, 1, 20);
    }
    assertThat(places(folder)).containsExactly("20 train");
    assertThat(names("validation")).isEmpty();
  }

  @Test
  void validated_runThatIsOver_keepsAllAndReplacesItsRow() throws IOException {
    train(new RunRecord(folder, CLOCK), 1, STEPS);
    List<String> before = places(folder);
    try (RunRecord again = new RunRecord(folder, CLOCK)) {
      again.validated(new ValidationResult(STEPS, 0.125, Map.of(), List.of()));
    }
    assertThat(places(folder)).isEqualTo(before);
    assertThat(losses(folder)).contains(0.125);
  }

  @Test
  void close_beforeAnyStep_touchesNothing() throws IOException {
    new RunRecord(folder.resolve("new"), CLOCK).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void close_withinABlock_keepsItsSteps() throws IOException {
    try (RunRecord run = new RunRecord(folder, CLOCK)) {
      train(run, 1, 25);
    }
    assertThat(places(folder)).containsExactly("20 train", "25 train");
  }

  @Test
  void stepDone_folderGone_saysWhichFile() throws IOException {
    Path gone = folder.resolve("gone");
    RunRecord run = new RunRecord(gone, CLOCK);
    train(run, 1, 1);
    Files.delete(gone.resolve("metrics.csv"));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> train(run, 2, STEPS))
        .withMessageContaining("metrics.csv");
  }

  @Test
  void stepDone_anotherTable_isRefusedAndKept() throws IOException {
    Path table = folder.resolve("metrics.csv");
    Files.writeString(table, "name,age\n");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> train(new RunRecord(folder, CLOCK), 11, 12))
        .withMessageContainingAll(table.toString(), "step,kind");
    assertThat(table).hasContent("name,age");
  }

  /** Steps, with a validation and a checkpoint after every fiftieth. */
  private static void train(RunRecord run, int from, int to) {
    for (int step = from; step <= to; step++) {
      run.stepDone(
          new Step(step, STEPS, 1.0 / step, 1e-3, 2.0 / step, Duration.ofMillis(step * 10L)));
      if (step % 50 == 0) {
        float[] plane = {step / 1000f, 0.5f};
        Image image = Image.of(1, 2, plane, plane, plane);
        run.validated(
            new ValidationResult(
                step,
                0.5 / step,
                Map.of("mef-ssim", 1 - 1.0 / step),
                List.of(new Picture("room", image, image, image))));
        run.checkpointWritten(step, Path.of("checkpoint"));
      }
    }
  }

  private static List<String> places(Path folder) throws IOException {
    return MetricsCsvReader.read(folder.resolve("metrics.csv")).stream()
        .map(row -> row.step() + " " + row.kind().text())
        .toList();
  }

  private static List<Double> losses(Path folder) throws IOException {
    return MetricsCsvReader.read(folder.resolve("metrics.csv")).stream()
        .map(row -> row.values().get("loss"))
        .toList();
  }

  private List<String> names(String child) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(child))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> tags() throws IOException {
    Path file = folder.resolve("tensorboard").resolve(names("tensorboard").get(0));
    List<String> tags = new ArrayList<>();
    for (ProtoFields event : ProtoFields.readRecords(Files.readAllBytes(file))) {
      if (event.has(5)) {
        event.message(5).messages(1).forEach(value -> tags.add(value.text(1)));
      }
    }
    return tags;
  }
}
