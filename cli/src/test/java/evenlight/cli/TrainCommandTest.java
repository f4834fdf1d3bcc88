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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {
  @TempDir private Path folder;
  private Path data;
  private Path weights;

  @BeforeEach
  void makeScene() throws IOException {
    data = folder.resolve("data");
    weights = folder.resolve("out").resolve("evenlight.safetensors");
    Path scene = Files.createDirectories(data.resolve("hall"));
    TestPhotos.grey(scene.resolve("e1.png"), 184, 190, 0.2f);
    TestPhotos.grey(scene.resolve("e2.png"), 184, 190, 0.8f);
  }

  @Test
  void train_twoSteps_writesWeightsThatFuse() throws IOException {
    CommandRun run = train("--steps", "2");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualToIgnoringNewLines(weights.toString());
    assertThat(run.err()).startsWith("note: step 2 of 2: mean loss ");
    assertThat(weights.resolveSibling("evenlight.md")).content().contains("hall (2)");
    assertThat(weights.resolveSibling("evenlight.data.tsv")).content().contains("hall\ttrain\te1");

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
    assertThat(run.err()).contains("the plan must be one of [evenlight, paper, cf-net,");
    assertThat(run.err()).contains("u2fusion-full], but is \"mine\"");
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
    assertThat(run.err()).contains("run.steps of a training plan must be 1 or more, but is 0");
  }

  @Test
  void train_planWithUnknownKey_isUsage() throws IOException {
    assertThat(train("--steps", "1").exitCode()).isZero();
    String json = Files.readString(weights.resolveSibling("evenlight.json"));
    Path plan = folder.resolve("mine.json");
    Files.writeString(plan, json.replace("\"batch\"", "\"bach\""));
    CommandRun run = train("--plan", plan, "--overwrite");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains(plan + " is not: ").contains("patches");
  }

  @Test
  void train_flags_replaceThePlansValues() throws IOException {
    assertThat(train("--steps", "1", "--seed", "5", "--dtype", "bf16").exitCode()).isZero();
    assertThat(weights.resolveSibling("evenlight.json"))
        .content()
        .contains("\"steps\": 1,", "\"seed\": 5", "\"dtype\": \"BF16\"");
  }

  @ParameterizedTest
  @CsvSource({
    "--time, 90, 'a time must be written like 90m, 2h30m or 45s, but is \"90\"'",
    "--time, -5m, 'a time must be written like 90m, 2h30m or 45s, but is \"-5m\"'",
    "--time, '', 'a time must be written like 90m, 2h30m or 45s, but is \"\"'",
    "--dtype, fp16, fp16",
    "--checkpoint-every, 0, 'checkpoints must be at least 1 step apart, but are 0'",
    "--cache, -1, 'the cache of frames must hold 0 bytes or more'",
    "--layout, mine, the layout must be one of",
  })
  void train_wrongOption_isUsage(String option, String value, String expected) {
    CommandRun run = train(option, value);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains(expected);
    assertThat(weights).doesNotExist();
  }

  @Test
  void train_timeIsUp_goesOnWithResume() throws IOException {
    CommandRun stopped = train("--steps", "3", "--time", "0s");
    assertThat(stopped.exitCode()).as(stopped.err()).isZero();
    assertThat(stopped.err())
        .contains("note: stopped after step 1 of 3, as time is up; --resume goes on");
    CommandRun resumed = train("--steps", "3", "--resume");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(weights.resolveSibling("evenlight.md")).content().contains("steps done | 3 of 3");
    CommandRun other = train("--steps", "4", "--resume");
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.err())
        .isEqualToIgnoringNewLines(
            "evenlight: training must go on with the plan that it began with, but run.steps was 3"
                + " and is 4");
  }

  @Test
  void train_checkpointsOfAnotherRun_needResumeOrOverwrite() throws IOException {
    assertThat(train("--steps", "1").exitCode()).isZero();
    Files.delete(weights);
    CommandRun run = train("--steps", "1");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("evenlight.checkpoints holds checkpoints of a run that did not end; --resume");
  }

  @Test
  void train_sceneOfOneFrame_isNamed() throws IOException {
    Files.delete(data.resolve("hall").resolve("e2.png"));
    CommandRun run = train("--steps", "1");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("hall");
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
