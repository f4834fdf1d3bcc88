package evenlight.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.bracket.Bracket;
import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Networks of others learn from made-up brackets, and the method of each takes what comes of it.
 */
class RecipeTrainerTest {
  @TempDir private Path folder;
  private final Recorder recorder = new Recorder();

  @ParameterizedTest
  @CsvSource({
    "cf-net, 16, 0.96",
    "mef-gan, 5, 0.95",
    "mef-net, 20, 0.98",
    "pmgi, 20, 0.8",
    "sd-net, 20, 0.9",
    "u2fusion, 12, 0.95",
  })
  void train_fewSteps_lowersTheLossAndGivesWeightsToItsMethod(String kind, int steps, double share)
      throws IOException {
    Path weights = train(plan(kind).withSteps(steps), TrainerTest.settings());
    assertThat(mean(steps - 3, steps)).isPositive().isLessThan(share * mean(0, 2));
    assertThat(recorder.validations)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.loss()).isFinite().isPositive();
              assertThat(result.scores()).containsOnlyKeys("cc", "mef-ssim", "mi");
            });
    Scene scene = scene("b", Split.VAL);
    Bracket pair = Bracket.read(scene.under(), scene.over());
    Image fused =
        FusionMethods.named(kind, FusionSettings.defaults().withWeights(weights)).fuse(pair);
    assertThat(fused.size()).isEqualTo("152×160");
    assertThat(folder.resolve(kind + ".md")).content().contains("(retrained), trained by");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mef-gan", "u2fusion", "mef-net"})
  void train_brokenOffAndResumed_givesTheSameBytes(String kind) throws IOException {
    TrainingPlan plan = plan(kind).withSteps(5);
    TrainerSettings settings = TrainerTest.settings().withCheckpointEvery(2);
    byte[] undisturbed = Files.readAllBytes(train(plan, settings));
    Recorder breaking = new Recorder().breakingOffAt(4);
    assertThatThrownBy(() -> new Trainer(plan, folder, settings, List.of(breaking)).train(scenes()))
        .isInstanceOf(Recorder.BrokenOff.class);
    recorder.steps.clear();
    Path resumed = train(plan, settings.withResume(true));
    assertThat(recorder.steps).hasSize(3);
    assertThat(Files.readAllBytes(resumed)).isEqualTo(undisturbed);
  }

  @Test
  void train_groundTruth_isWhatColoursAimAt() throws IOException {
    TrainingPlan plan = plan("cf-net").withSteps(1);
    train(plan, TrainerTest.settings());
    double without = recorder.steps.get(0).loss();
    Path truth = folder.resolve("gt.png");
    TestScenes.write(truth, 152, 160, 0.1);
    Scene scene = scene("a", Split.TRAIN).withGroundTruth(Optional.of(truth));
    new Trainer(plan, folder, TrainerTest.settings(), List.of(recorder)).train(List.of(scene));
    assertThat(recorder.steps.get(1).loss()).isGreaterThan(without + 0.1);
  }

  /** The plan that comes with the project in small, without a rise of the learning rate. */
  private static TrainingPlan plan(String kind) throws IOException {
    String json =
        TrainingPlan.named(kind)
            .toJson()
            .replaceAll("\"features\": \\d+", "\"features\": 8")
            .replaceAll("\"batch\": \\d+", "\"batch\": " + (kind.startsWith("mef") ? 1 : 2))
            .replaceAll("\"(mostOf\\w+)\": \\d+", "\"$1\": 2")
            .replaceAll("\"size\": (120|176)", "\"size\": 64")
            .replaceAll("\"shorterSide\": \\d+", "\"shorterSide\": 32")
            .replaceAll("\"maxReduction\": \\d+", "\"maxReduction\": 1")
            .replaceAll("\"pairing\": \"MIXED\"", "\"pairing\": \"DEFAULT\"")
            .replaceAll("\"schedule\": \"WARM_UP_AND_COSINE\"", "\"schedule\": \"CONSTANT\"")
            .replaceAll("\"emaDecay\": [^,]+", "\"emaDecay\": 0.5")
            .replaceAll("\"side\": \\d+", "\"side\": 64");
    Path file = Files.createTempFile("plan", ".json");
    try {
      return TrainingPlan.read(Files.writeString(file, json));
    } finally {
      Files.delete(file);
    }
  }

  private Path train(TrainingPlan plan, TrainerSettings settings) throws IOException {
    return new Trainer(plan, folder, settings, List.of(recorder)).train(scenes());
  }

  private List<Scene> scenes() throws IOException {
    return List.of(scene("a", Split.TRAIN), scene("b", Split.VAL));
  }

  private Scene scene(String name, Split split) throws IOException {
    return TestScenes.of(folder, name, 152, 160, split);
  }

  private double mean(int from, int to) {
    return recorder.steps.subList(from, to).stream()
        .mapToDouble(Step::loss)
        .average()
        .orElseThrow();
  }
}
