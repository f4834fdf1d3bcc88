package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.torch.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblateCommandTest {
  private static final int SIDE = 64;

  @TempDir private Path folder;
  private Path data;
  private Path test;
  private Path plan;
  private Path output;

  @BeforeEach
  void makeScenesAndPlan() throws IOException {
    data = folder.resolve("data");
    test = folder.resolve("test");
    output = folder.resolve("out");
    scene(data.resolve("alley"), 0.4f, 1.4f);
    scene(test.resolve("bridge"), 0.5f, 1.5f);
    String small =
        TrainingPlan.named("evenlight")
            .toJson()
            .replaceFirst("\"width\": \\d+", "\"width\": 4")
            .replaceFirst("\"batch\": \\d+", "\"batch\": 1")
            .replaceFirst("\"size\": \\d+", "\"size\": 64");
    plan = Files.writeString(folder.resolve("small.json"), small);
  }

  private static void scene(Path scene, float under, float over) throws IOException {
    Files.createDirectories(scene);
    TestPhotos.texture(scene.resolve("under.png"), SIDE, SIDE, under);
    TestPhotos.texture(scene.resolve("over.png"), SIDE, SIDE, over);
  }

  @Test
  void ablate_twice_writesTablesAndTrainsOnce() {
    CommandRun first = ablate("--steps", 1, "--seeds", 1);
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.err())
        .contains("training uncoordinated with seed 1 (10 of 10)")
        .contains("the tables are in " + output)
        .doesNotContain("also in the data");
    assertThat(first.out())
        .contains("Table IV", "Table V:", "Table VI", "Fig. 8")
        .contains("one seed, so that there is no spread")
        .doesNotContain("PSNR");
    assertThat(output.resolve("pictures/modules/bridge.png")).isNotEmptyFile();

    CommandRun second = ablate("--steps", 1, "--seeds", 1);
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.err()).contains("10 of 10 networks are from an earlier run");
    assertThat(second.out()).isEqualTo(first.out());

    CommandRun other = ablate("--steps", 2, "--seeds", 1);
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.err()).contains("plan.run.steps: [1] there, [2] now");
  }

  @Test
  void ablate_testOnTrainingData_saysSo() {
    test = data;
    CommandRun run = ablate("--steps", 1, "--seeds", 1);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("test scenes with a frame that is also in the data: [alley]");
    assertThat(run.out()).contains("also in the data | alley |");
  }

  @Test
  void ablate_badInput_isOneLineAndWritesNothing() throws IOException {
    assertFails(2, "an ablation must have at least 1 seed, but has 0", "--seeds", 0);
    assertFails(2, "run.steps of a training plan must be 1 or more", "--steps", 0);
    test = Files.createDirectory(folder.resolve("empty"));
    assertFails(1, "empty");
    plan = folder.resolve("none.json");
    assertFails(1, "none.json");
    Files.writeString(
        plan,
        TrainingPlan.named("evenlight")
            .toJson()
            .replaceFirst("\"coordinated\": true", "\"coordinated\": false"));
    assertFails(2, "must be of the whole network");
  }

  private void assertFails(int exitCode, String part, Object... more) {
    CommandRun run = ablate(more);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains(part);
    assertThat(run.out()).isEmpty();
    assertThat(output).doesNotExist();
  }

  private CommandRun ablate(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("ablate", "--plan", plan, "--data", data));
    arguments.addAll(List.of("--test", test, "-o", output, "--device", "cpu", "--threads", 1));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray());
  }
}
