package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  @TempDir private Path folder;
  private Path data;
  private Path weights;

  @BeforeEach
  void makeScene() throws IOException {
    data = folder.resolve("data");
    weights = folder.resolve("out").resolve("evenlight.safetensors");
    Path scene = Files.createDirectories(data.resolve("hall"));
    TestPhotos.grey(scene.resolve("e1.png"), 130, 140, 0.2f);
    TestPhotos.grey(scene.resolve("e2.png"), 130, 140, 0.8f);
  }

  @Test
  void train_twoSteps_writesWeightsThatFuse() throws IOException {
    CommandRun run = train("--steps", "2");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualToIgnoringNewLines(weights.toString());
    assertThat(run.err()).startsWith("note: step 2: mean loss ").contains("no validation scenes");
    assertThat(weights.resolveSibling("evenlight.md")).content().contains("hall (2)");

    Path fused = folder.resolve("fused.png");
    Path scene = data.resolve("hall");
    CommandRun fuse =
        CommandRun.of(
            "fuse",
            scene.resolve("e1.png"),
            scene.resolve("e2.png"),
            "-o",
            fused,
            "--weights",
            weights);
    assertThat(fuse.exitCode()).as(fuse.err()).isZero();
    assertThat(fused).exists();

    CommandRun info = CommandRun.of("weights", "info", weights);
    assertThat(info.out()).contains("network   lcndr").contains("branch.stem.weight");
  }

  @Test
  void train_weightsAreThere_needsOverwrite() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(weights, "mine");
    CommandRun run = train("--steps", "1");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "evenlight: " + weights + " already exists; --overwrite replaces it");
    assertThat(weights).hasContent("mine");
  }

  @Test
  void train_unknownPlan_isUsage() {
    CommandRun run = train("--plan", "mine");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("the plan must be one of [evenlight, paper], but is \"mine\"");
  }

  @Test
  void train_planFile_isTheOneThatTrainWrote() throws IOException {
    assertThat(train("--steps", "1").exitCode()).isZero();
    Path plan = weights.resolveSibling("evenlight.json");
    byte[] first = Files.readAllBytes(weights);
    CommandRun run = train("--plan", plan, "--overwrite");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(weights).hasBinaryContent(first);
  }

  @Test
  void train_noSteps_isUsage() {
    CommandRun run = train("--steps", "0");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("steps of a training plan must be at least 1, but is 0");
  }

  @Test
  void train_emptyFolder_saysWhatIsLookedFor() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CommandRun run = CommandRun.of("train", "--data", empty, "-o", folder.resolve("o"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("the data must hold one folder per scene with frames e1");
    assertThat(folder.resolve("o")).doesNotExist();
  }

  private CommandRun train(Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(List.of("train", "--data", data, "-o", folder.resolve("out")));
    arguments.addAll(List.of("--device", "cpu", "--threads", "1"));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray());
  }
}
