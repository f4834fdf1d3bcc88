package evenlight.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.torch.training.checkpoint.Checkpoint;
import evenlight.torch.training.checkpoint.Checkpoint.Part;
import evenlight.torch.training.checkpoint.CheckpointFolder;
import evenlight.torch.weights.Weights.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerResumeTest {
  private static final int STEPS = 9;
  private static final String MODERATE = "\"emaDecay\": 0.0|\"emaDecay\": 0.8";

  @TempDir private Path folder;
  private List<Scene> scenes;
  private final Recorder recorder = new Recorder();

  @BeforeEach
  void makeScenes() throws IOException {
    scenes =
        List.of(
            TestScenes.of(folder, "a", 80, 96, Split.TRAIN),
            TestScenes.of(folder, "b", 70, 66, Split.TRAIN),
            TestScenes.of(folder, "c", 50, 61, Split.VAL));
  }

  @ParameterizedTest
  @CsvSource({
    "\"seed\": 1|\"seed\": 1, 4",
    "\"seed\": 1|\"seed\": 1, 1",
    "\"accumulation\": 1|\"accumulation\": 2, 7",
    "\"emaDecay\": 0.0|\"emaDecay\": 0.8, 8",
    "FP32|BF16, 5",
    "\"gammaJitter\": 0.0|\"gammaJitter\": 0.5, 9",
  })
  void train_brokenOffAndResumed_givesTheSameBytes(String replacement, int brokenOffAt)
      throws IOException {
    TrainingPlan plan = plan(replacement);
    byte[] undisturbed = Files.readAllBytes(train(plan, settings(), new Recorder()));
    breakOff(plan, brokenOffAt);
    Path resumed = train(plan, settings().withResume(true), recorder);
    assertThat(Files.readAllBytes(resumed)).isEqualTo(undisturbed);
    assertThat(recorder.steps.get(0).step()).isEqualTo((brokenOffAt - 1) / 2 * 2 + 1);
  }

  @Test
  void train_bestWeightsBeforeTheBreak_areNotForgotten() throws IOException {
    // every validation after the first is worse: the rate makes the parameters useless
    TrainingPlan plan = plan("\"learningRate\": 0.005|\"learningRate\": 0.9");
    byte[] undisturbed = Files.readAllBytes(train(plan, settings(), recorder));
    breakOff(plan, STEPS);
    assertThat(Files.readAllBytes(train(plan, settings().withResume(true), new Recorder())))
        .isEqualTo(undisturbed);
  }

  @Test
  void train_timeIsUp_stopsWritesAndGoesOnLater() throws IOException {
    TrainingPlan plan = plan(MODERATE);
    byte[] undisturbed = Files.readAllBytes(train(plan, settings(), new Recorder()));
    Path early = train(plan, settings().withTime(Duration.ZERO), recorder);
    assertThat(recorder.steps).hasSize(1);
    assertThat(recorder.checkpoints).containsExactly(1);
    assertThat(recorder.notes)
        .containsExactly("stopped after step 1 of 9, as time is up; --resume goes on");
    assertThat(Files.readAllBytes(early)).isNotEqualTo(undisturbed);
    assertThat(Files.readAllBytes(train(plan, settings().withResume(true), recorder)))
        .isEqualTo(undisturbed);
  }

  @Test
  void train_finishedAndResumed_writesTheSameAtOnce() throws IOException {
    TrainingPlan plan = plan(MODERATE);
    byte[] first = Files.readAllBytes(train(plan, settings(), new Recorder()));
    Path again = train(plan, settings().withResume(true), recorder);
    assertThat(recorder.steps).isEmpty();
    assertThat(Files.readAllBytes(again)).isEqualTo(first);
    assertThat(folder.resolve("test.md")).content().contains("| steps done | 9 of 9 |");
  }

  @Test
  void train_damagedLastCheckpoint_goesOnFromTheOneBefore() throws IOException {
    TrainingPlan plan = plan(MODERATE);
    byte[] undisturbed = Files.readAllBytes(train(plan, settings(), new Recorder()));
    breakOff(plan, 7);
    Path last = checkpoints().path().resolve("step-000000006.safetensors");
    Files.write(last, Arrays.copyOf(Files.readAllBytes(last), 5000));
    Path resumed = train(plan, settings().withResume(true), recorder);
    assertThat(recorder.notes)
        .singleElement()
        .asString()
        .startsWith("the checkpoint step-000000006.safetensors is damaged, going on from the one");
    assertThat(recorder.steps.get(0).step()).isEqualTo(5);
    assertThat(Files.readAllBytes(resumed)).isEqualTo(undisturbed);
  }

  @Test
  void train_resumeWithAnotherPlan_isRefusedWithTheDifference() throws IOException {
    breakOff(plan(MODERATE), 5);
    TrainingPlan other = plan("\"batch\": 2|\"batch\": 3").withSeed(4);
    assertThatThrownBy(() -> train(other, settings().withResume(true), recorder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "training must go on with the plan that it began with, but optimizer.emaDecay was 0.8"
                + " and is 0.0, patches.batch was 2 and is 3, run.seed was 1 and is 4");
    assertThat(TrainingPlan.read(folder.resolve("test.json"))).isEqualTo(plan(MODERATE));
  }

  @Test
  void train_resumeWithOtherData_isRefusedWithTheFiles() throws IOException {
    breakOff(plan(MODERATE), 5);
    TestScenes.write(scenes.get(1).frames().get(0), 70, 66, 0.29);
    assertThatThrownBy(() -> train(plan(MODERATE), settings().withResume(true), recorder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "training must go on with the data that it began with, but these differ: b/e1.png");
  }

  @Test
  void train_resumeWithoutCheckpoint_beginsAndSaysSo() throws IOException {
    train(plan(MODERATE), settings().withResume(true), recorder);
    assertThat(recorder.steps).hasSize(STEPS);
    assertThat(recorder.notes)
        .containsExactly(
            "there is no checkpoint in %s: training begins at the first step"
                .formatted(checkpoints().path()));
  }

  @Test
  void train_anew_removesFormerCheckpoints() throws IOException {
    breakOff(plan(MODERATE), 9);
    assertThatThrownBy(() -> train(plan(MODERATE), settings(), new Recorder().breakingOffAt(1)))
        .isInstanceOf(Recorder.BrokenOff.class);
    assertThat(checkpoints().isEmpty()).isTrue();
  }

  @Test
  void train_lossThatIsNotFinite_namesStepFilesAndCheckpoint() throws IOException {
    breakOff(plan(MODERATE), 5);
    Checkpoint whole = checkpoints().newest(recorder::note).orElseThrow();
    Path spoilt = checkpoints().write(withHugeMoments(whole));
    assertThatThrownBy(() -> train(plan(MODERATE), settings().withResume(true), recorder))
        .isInstanceOf(DivergedException.class)
        .hasMessageMatching(
            "loss and gradient must stay finite, but are NaN and NaN at step 6, on [ab] \\(e\\d.png,"
                + " e\\d.png\\), [ab] \\(.*\\); the last good checkpoint is that of step 4");
    assertThat(spoilt).exists();
  }

  private static Checkpoint withHugeMoments(Checkpoint checkpoint) {
    Map<String, Parameter> moments = new HashMap<>();
    checkpoint
        .part(Part.MOMENTS)
        .tensors()
        .forEach(
            (name, moment) -> {
              float[] values = new float[moment.values().length];
              Arrays.fill(values, name.startsWith("mean/") ? Float.MAX_VALUE : 0);
              moments.put(name, new Parameter(moment.shape(), values));
            });
    Map<Part, Map<String, Parameter>> parts = new EnumMap<>(checkpoint.parts());
    parts.put(Part.MOMENTS, moments);
    return new Checkpoint(checkpoint.progress(), checkpoint.plan(), checkpoint.data(), parts);
  }

  private void breakOff(TrainingPlan plan, int step) {
    Recorder breaking = new Recorder().breakingOffAt(step);
    assertThatThrownBy(() -> train(plan, settings(), breaking))
        .isInstanceOf(Recorder.BrokenOff.class);
  }

  private Path train(TrainingPlan plan, TrainerSettings settings, TrainingListener listener)
      throws IOException {
    return new Trainer(plan, folder, settings, List.of(listener)).train(scenes);
  }

  private static TrainerSettings settings() {
    return TrainerTest.settings().withCheckpointEvery(2);
  }

  private CheckpointFolder checkpoints() {
    return CheckpointFolder.of(folder, "test");
  }

  private static TrainingPlan plan(String replacement) {
    String[] parts = replacement.split("\\|", -1);
    return TestScenes.plan("\"validateEvery\": \\d+", "\"validateEvery\": 3", parts[0], parts[1])
        .withSteps(STEPS);
  }
}
