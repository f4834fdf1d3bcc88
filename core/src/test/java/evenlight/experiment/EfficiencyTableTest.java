package evenlight.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Dataset;
import evenlight.evaluation.report.Grid.Line;
import evenlight.fusion.Device;
import evenlight.fusion.FusionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EfficiencyTableTest {
  @TempDir private Path folder;
  private Path data;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void makeScene() throws IOException {
    data = folder.resolve("data");
    Photographs.pair(data.resolve("box"), 24, 36);
  }

  private Section run(EffortMeter meter) throws IOException, InterruptedException {
    Laboratory laboratory =
        new Laboratory(
            new Laboratory.Scenes(
                Optional.of(Dataset.read(data)), Optional.empty(), Optional.empty()),
            new FusionSettings(Optional.empty(), Device.AUTO, 0, Map.of()),
            folder.resolve("out"),
            new Laboratory.Work("1.0", 2, (row, reused, done, total) -> {}));
    return new EfficiencyTable("table7", "Table VII", meter).run(laboratory);
  }

  private Effort measured(EffortTask task) {
    asked.add(task.method() + " " + task.size());
    return task.method().equals("average") && task.size().pixels() > 1e7
        ? Effort.prevented("the system ended it")
        : new Effort(List.of(1e-7 * task.size().pixels()), 1 << 20, "");
  }

  @Test
  void run_methodsOfThisModule_haveALineEachAndReasons() throws Exception {
    Section section = run(this::measured);
    List<Line> lines = section.tables().get(0).lines();
    assertThat(lines).hasSize(LineUp.IDS.size());
    assertThat(section.tables().get(0).columns())
        .startsWith("24×36, s (least to most)", "24×36, MiB", "866×1155, s (least to most)");
    assertThat(asked)
        .contains("average 3000×4000", "mertens 6000×8000")
        .doesNotContain("average 6000×8000");
    assertThat(section.notes())
        .contains("average was not run at 3000×4000: the system ended it.")
        .anyMatch(note -> note.contains("2 threads"))
        .anyMatch(note -> note.startsWith("lcndr did not run: "));
  }

  @Test
  void run_stoppedAndAgain_measuresOnlyWhatIsMissing() throws Exception {
    Section whole = run(this::measured);
    List<String> all = List.copyOf(asked);
    asked.clear();
    assertThat(run(this::measured)).isEqualTo(whole);
    assertThat(asked).isEmpty();

    data = folder.resolve("other");
    Photographs.pair(data.resolve("box"), 24, 37);
    assertThatThrownBy(() -> run(this::stopping)).hasMessage("stopped");
    assertThat(Laboratory.hasWorkedIn(folder.resolve("out"))).isTrue();
    run(this::measured);
    assertThat(asked).doesNotHaveDuplicates().hasSize(all.size());
  }

  private Effort stopping(EffortTask task) throws IOException {
    if (asked.size() == 5) {
      throw new IOException("stopped");
    }
    return measured(task);
  }

  @Test
  void run_withoutScenes_saysWhatItLooksFor() {
    Laboratory laboratory =
        new Laboratory(
            new Laboratory.Scenes(Optional.empty(), Optional.empty(), Optional.empty()),
            FusionSettings.defaults(),
            folder,
            new Laboratory.Work("1.0", 1, (row, reused, done, total) -> {}));
    assertThatThrownBy(() -> new EfficiencyTable("table7", "", this::measured).run(laboratory))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("table7 needs", "SCENE/under", "--data");
  }
}
