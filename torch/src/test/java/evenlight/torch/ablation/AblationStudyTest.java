package evenlight.torch.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Dataset;
import evenlight.evaluation.ScoreRow;
import evenlight.fusion.Device;
import evenlight.fusion.FusionSettings;
import evenlight.torch.training.DivergedException;
import evenlight.torch.training.TestScenes;
import evenlight.torch.training.TrainerSettings;
import evenlight.torch.training.TrainingListener;
import evenlight.torch.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblationStudyTest {
  @TempDir private Path folder;
  private Path output;

  @BeforeEach
  void makeScenes() throws IOException {
    output = folder.resolve("out");
    StudyScenes.write(folder.resolve("data"), "cave", 1);
    StudyScenes.write(folder.resolve("test"), "dune", 2);
    StudyScenes.write(folder.resolve("test"), "pond", 3);
  }

  @Test
  void run_again_trainsOnlyWhatIsMissing() throws Exception {
    Recorder first = run(1, 1);
    assertThat(first.trained).hasSize(10).doesNotHaveDuplicates();
    assertThat(first.reused).isEmpty();
    String tables = Files.readString(output.resolve("ablation.md"));
    byte[] sheet = Files.readAllBytes(output.resolve("pictures/coordination/dune.png"));

    Files.delete(output.resolve("variants/without-e/seed-1/without-e.safetensors"));
    Files.write(output.resolve("variants/add-add/seed-1/add-add.safetensors"), new byte[] {1});
    Recorder second = run(1, 1);
    assertThat(second.trained).containsExactly("without-e-seed-1", "add-add-seed-1");
    assertThat(second.reused).hasSize(8);
    assertThat(second.freshRows).isZero();
    assertThat(output.resolve("ablation.md")).content().isEqualTo(tables);
    assertThat(output.resolve("pictures/coordination/dune.png")).hasBinaryContent(sheet);
  }

  @Test
  void run_moreSeeds_keepsTheFirst() throws Exception {
    run(1, 1);
    Recorder more = run(2, 1);
    assertThat(more.trained).hasSize(10).allMatch(id -> id.endsWith("-seed-2"));
    assertThat(output.resolve("ablation.md"))
        .content()
        .contains("| seeds | 1, 2 |", "| data | data, scenes: 1, SHA-256 ", " ± ")
        .contains("| M4 | ✓ | ✓ | ✓ |", "| (c) ground truth |");
    assertThat(output.resolve("runs.csv")).content().contains("full,2,0.");
    assertThat(output.resolve("ablation.csv")).content().contains("trade-off,(d),full,2,0.");
    assertThat(output.resolve("ablation.tex")).content().contains("Table VI");
    assertThat(output.resolve("colour-shares.csv")).content().contains("dune,uncoordinated,2,0.");
  }

  @Test
  void run_otherPlanOrData_isRefusedWithTheDifference() throws Exception {
    run(1, 1);
    assertThatThrownBy(() -> run(1, 2))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("differs in plan.run.steps: [1] there, [2] now");
    StudyScenes.write(folder.resolve("test"), "tree", 4);
    assertThatThrownBy(() -> run(1, 1))
        .hasMessageContaining("differs in test: [scenes: 2")
        .hasMessageContaining("there, [scenes: 3");
  }

  @Test
  void run_outputWithOtherFiles_isRefused() throws IOException {
    Files.writeString(Files.createDirectories(output).resolve("diary.txt"), "mine");
    assertThatThrownBy(() -> run(1, 1))
        .hasMessageContaining("a new or empty folder or one of ablate");
    assertThat(output.resolve("variants")).doesNotExist();
  }

  @Test
  void run_trainingThatDiverges_leavesAGapAndIsTriedAgain() throws Exception {
    NetworkTraining whole =
        new VariantTraining(
            Dataset.read(folder.resolve("data")).scenes(),
            TrainerSettings.defaults().on(Device.CPU, 1));
    NetworkTraining broken =
        (plan, home, listener) -> {
          if (plan.name().equals("one-block")) {
            throw new DivergedException("the loss is NaN at step 1");
          }
          return whole.train(plan, home, listener);
        };
    FusionSettings settings = new FusionSettings(Optional.empty(), Device.CPU, 1, Map.of());
    Recorder recorder = new Recorder();
    AblationStudy.Outcome outcome = study(1, 1).run(broken, settings, 1, recorder);
    assertThat(outcome.failures()).isEqualTo(1);
    assertThat(recorder.diverged).containsExactly("one-block-seed-1: the loss is NaN at step 1");
    assertThat(outcome.markdown())
        .contains("| trainings that diverged | one-block-seed-1 |", "| 1-CA | – | – | – | – |");
    assertThat(output.resolve("pictures/blocks/dune.png")).doesNotExist();
    assertThat(output.resolve("pictures/modules/dune.png")).exists();

    assertThat(run(1, 1).trained).containsExactly("one-block-seed-1");
    assertThat(output.resolve("pictures/blocks/dune.png")).exists();
  }

  @Test
  void run_everyTrainingDiverges_fails() throws IOException {
    NetworkTraining broken =
        (plan, home, listener) -> {
          throw new DivergedException("the loss is NaN");
        };
    AblationStudy study = study(1, 1);
    assertThatThrownBy(() -> study.run(broken, FusionSettings.defaults(), 1, new Recorder()))
        .isInstanceOf(IOException.class)
        .hasMessage("at least one network must be trained, but all 10 trainings diverged");
  }

  private AblationStudy study(int seeds, int steps) throws IOException {
    return new AblationStudy(
        new AblationPlan(plan(steps), seeds),
        StudyData.of(Dataset.read(folder.resolve("data"))),
        StudyData.of(Dataset.read(folder.resolve("test"))),
        output,
        "1");
  }

  private Recorder run(int seeds, int steps) throws IOException, InterruptedException {
    Recorder recorder = new Recorder();
    AblationStudy.Outcome outcome = study(seeds, steps).run(Device.CPU, 1, 1, recorder);
    assertThat(outcome.failures()).isZero();
    assertThat(output.resolve("ablation.md")).content().isEqualTo(outcome.markdown());
    return recorder;
  }

  private static TrainingPlan plan(int steps) {
    return TestScenes.plan(
            "\"coordinateBlocks\": 1", "\"coordinateBlocks\": 3", "\"batch\": 2", "\"batch\": 1")
        .withSteps(steps);
  }

  private static final class Recorder implements AblationListener {
    private final List<String> trained = new ArrayList<>();
    private final List<String> reused = new ArrayList<>();
    private final List<String> diverged = new ArrayList<>();
    private int freshRows;

    @Override
    public TrainingListener trainingStarts(AblationRun run, int number, int total) {
      trained.add(run.id());
      return new TrainingListener() {};
    }

    @Override
    public void trainingDone(AblationRun run, boolean taken, int number, int total) {
      if (taken) {
        reused.add(run.id());
      }
    }

    @Override
    public void trainingDiverged(AblationRun run, String reason) {
      diverged.add(run.id() + ": " + reason);
    }

    @Override
    public void rowDone(ScoreRow row, boolean taken, int done, int total) {
      freshRows += taken ? 0 : 1;
    }
  }
}
