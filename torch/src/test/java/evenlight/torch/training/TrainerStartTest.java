package evenlight.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.SourcedWeights;
import evenlight.torch.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that starts from weights. */
class TrainerStartTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @TempDir private Path folder;
  private final Recorder recorder = new Recorder();

  @BeforeAll
  static void load() {
    Natives.load();
  }

  private List<Scene> scenes() throws IOException {
    return List.of(TestScenes.of(folder, "a", 80, 96, Split.TRAIN));
  }

  private static TrainingPlan startingFrom(SourcedWeights start) {
    return from(TestScenes.plan().withSteps(4), start.hash());
  }

  private static TrainingPlan from(TrainingPlan plan, String hash) {
    return plan.withRun(plan.run().withStart(hash));
  }

  private SourcedWeights learned() throws IOException {
    return SourcedWeights.ofFile(
        new Trainer(
                TestScenes.plan().withSteps(60), folder, TrainerTest.settings(), List.of(recorder))
            .train(scenes()));
  }

  @Test
  void train_fromWeightsWithoutLearning_givesThemBack() throws IOException {
    SourcedWeights start = learned();
    TrainingPlan plan =
        TestScenes.plan("\"learningRate\": [^,]+", "\"learningRate\": 0.000001").withSteps(1);
    Path file =
        new Trainer(from(plan, start.hash()), folder, TrainerTest.settings(), List.of(recorder))
            .train(scenes(), Optional.of(start));
    Weights result = SourcedWeights.ofFile(file).weights();
    start
        .weights()
        .tensors()
        .forEach(
            (name, parameter) -> {
              if (!name.contains("running")) { // statistics of batch norm
                assertThat(result.tensor(name).values())
                    .as(name)
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(parameter.values());
              }
            });
  }

  @Test
  void train_fromWeightsBrokenOffAndResumed_givesTheSameBytes() throws IOException {
    SourcedWeights start = learned();
    TrainingPlan plan = startingFrom(start);
    TrainerSettings settings = TrainerTest.settings().withCheckpointEvery(2);
    Path file = new Trainer(plan, folder, settings, List.of()).train(scenes(), Optional.of(start));
    byte[] undisturbed = Files.readAllBytes(file);
    Recorder breaking = new Recorder().breakingOffAt(3);
    assertThatThrownBy(
            () ->
                new Trainer(plan, folder, settings, List.of(breaking))
                    .train(scenes(), Optional.of(start)))
        .isInstanceOf(Recorder.BrokenOff.class);
    Path resumed = new Trainer(plan, folder, settings.withResume(true), List.of()).train(scenes());
    assertThat(Files.readAllBytes(resumed)).isEqualTo(undisturbed);
  }

  @Test
  void train_otherWeightsThanThePlanNames_areRefused() throws IOException {
    Trainer trainer =
        new Trainer(
            from(TestScenes.plan(), HASH), folder, TrainerTest.settings(), List.of(recorder));
    assertThatThrownBy(() -> trainer.train(scenes()))
        .hasMessage(
            "training must start from the weights that the plan names, but it names those with"
                + " SHA-256 %s and is given none",
            HASH);
    assertThat(recorder.steps).isEmpty();
  }

  @Test
  void train_weightsOfAnotherNetwork_areRefused() throws IOException {
    SourcedWeights other =
        new SourcedWeights(new Weights(Map.of(), Map.of()), "other.safetensors", HASH);
    Trainer trainer =
        new Trainer(startingFrom(other), folder, TrainerTest.settings(), List.of(recorder));
    assertThatThrownBy(() -> trainer.train(scenes(), Optional.of(other)))
        .hasMessageContaining("must have every tensor of this network")
        .hasMessageContaining("other.safetensors");
  }

  @Test
  void train_mefGanFromWeights_isRefused() throws IOException {
    SourcedWeights start =
        new SourcedWeights(new Weights(Map.of(), Map.of()), "mef-gan.safetensors", HASH);
    TrainingPlan plan = from(TrainingPlan.named("mef-gan"), HASH);
    List<Scene> large = List.of(TestScenes.of(folder, "large", 152, 160, Split.TRAIN));
    Trainer trainer = new Trainer(plan, folder, TrainerTest.settings(), List.of(recorder));
    assertThatThrownBy(() -> trainer.train(large, Optional.of(start)))
        .hasMessage(
            "MEF-GAN must start from fresh parameters: mef-gan.safetensors holds no"
                + " discriminator");
  }

  @Test
  void withStart_noHash_isRefused() {
    assertThatThrownBy(() -> TestScenes.plan().run().withStart("weights.safetensors"))
        .hasMessage(
            "run.start of a training plan must be a SHA-256 or empty, but is"
                + " \"weights.safetensors\"");
  }
}
