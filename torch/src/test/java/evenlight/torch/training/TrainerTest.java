package evenlight.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.fusion.Device;
import evenlight.torch.network.SavedLcndr;
import evenlight.torch.weights.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  @TempDir private Path folder;
  private final Recorder recorder = new Recorder();

  @Test
  void train_oneScene_learnsIt() throws IOException {
    train(TestScenes.plan().withSteps(80), List.of(scene("a", 80, 96, Split.TRAIN)));
    assertThat(meanLoss(75, 80)).isLessThan(0.6 * meanLoss(0, 5));
    assertThat(recorder.steps).allMatch(step -> step.gradientNorm() > 0 && step.steps() == 80);
  }

  @Test
  void train_bf16_learnsTheSame() throws IOException {
    List<Scene> scenes = List.of(scene("a", 80, 96, Split.TRAIN));
    train(TestScenes.plan().withSteps(20), scenes);
    double exact = meanLoss(0, 20);
    recorder.steps.clear();
    train(TestScenes.plan("FP32", "BF16").withSteps(20), scenes);
    assertThat(meanLoss(0, 20)).isBetween(0.97 * exact, 1.03 * exact).isNotEqualTo(exact);
  }

  @Test
  void train_samePlanAndData_givesTheSameBytesWhateverTheCacheHolds() throws IOException {
    List<Scene> scenes = List.of(scene("a", 80, 96, Split.TRAIN), scene("b", 70, 66, Split.TRAIN));
    TrainingPlan plan = TestScenes.plan().withSteps(4);
    byte[] first = Files.readAllBytes(train(plan, scenes));
    TrainerSettings small = settings().withCacheBytes(100 * 100);
    Path again = new Trainer(plan, folder, small, List.of()).train(scenes);
    assertThat(Files.readAllBytes(again)).isEqualTo(first);
    assertThat(Files.readAllBytes(train(plan.withSeed(2), scenes))).isNotEqualTo(first);
  }

  @Test
  void train_validation_scoresWholePicturesAndKeepsTheBest() throws IOException {
    List<Scene> scenes = List.of(scene("a", 80, 96, Split.TRAIN), scene("b", 50, 61, Split.VAL));
    Path file =
        train(
            TestScenes.plan("\"validateEvery\": \\d+", "\"validateEvery\": 2").withSteps(7),
            scenes);
    assertThat(recorder.validations).extracting(ValidationResult::step).containsExactly(2, 4, 6, 7);
    assertThat(recorder.validations)
        .allSatisfy(
            result -> {
              assertThat(result.loss()).isPositive();
              assertThat(result.scores()).containsOnlyKeys("cc", "mef-ssim", "mi");
              assertThat(result.pictures())
                  .singleElement()
                  .satisfies(picture -> assertThat(picture.fused().size()).isEqualTo("50×61"));
            });
    ValidationResult best =
        recorder.validations.stream()
            .max(Comparator.comparing(result -> result.scores().get("mef-ssim")))
            .orElseThrow();
    assertThat(Safetensors.read(file).metadata()).containsEntry("step", best.step() + " of 7");
    assertThat(SavedLcndr.fromWeights(Safetensors.read(file), "it").config())
        .isEqualTo(TestScenes.plan().network());
    assertThat(folder.resolve("test.md"))
        .content()
        .contains("| those after step %d, whose validation was best".formatted(best.step()));
  }

  @Test
  void train_sceneWithGroundTruth_isScoredAgainstIt() throws IOException {
    Scene val = scene("b", 50, 61, Split.VAL);
    Path truth = folder.resolve("gt.png");
    TestScenes.write(truth, 50, 61, 1.2);
    train(
        TestScenes.plan().withSteps(1),
        List.of(
            scene("a", 80, 96, Split.TRAIN), val.withGroundTruth(java.util.Optional.of(truth))));
    assertThat(recorder.validations.get(0).scores().get("psnr")).isBetween(5.0, 40.0);
  }

  @Test
  void train_patience_stopsAndSaysSo() throws IOException {
    // a learning rate of nearly nothing and no batch norm: all validations are equal
    TrainingPlan plan =
        TestScenes.plan(
            "\"validateEvery\": \\d+", "\"validateEvery\": 1",
            "\"patience\": 0", "\"patience\": 2",
            "\"learningRate\": 0.005", "\"learningRate\": 1e-12",
            "\"collaborative\": true", "\"collaborative\": false",
            "\"selfAttention\": true", "\"selfAttention\": false");
    train(
        plan.withSteps(30),
        List.of(scene("a", 80, 96, Split.TRAIN), scene("b", 50, 61, Split.VAL)));
    assertThat(recorder.steps).hasSize(3);
    assertThat(recorder.notes)
        .containsExactly("stopped after step 3 of 30: no validation has been better since step 1");
    assertThat(recorder.checkpoints).containsExactly(3);
  }

  @Test
  void train_modelCard_namesWeightsDataAndPlan() throws Exception {
    Path file =
        train(TestScenes.plan().withSteps(2), List.of(scene("meadow", 80, 96, Split.TRAIN)));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    assertThat(folder.resolve("test.md"))
        .content()
        .contains(HexFormat.of().formatHex(digest))
        .contains("Training scenes (1, with their number of frames): meadow (3).")
        .contains("| seed | 1 |")
        .contains("| steps done | 2 of 2 |")
        .contains("1 thread |")
        .contains("\"name\": \"test\"")
        .contains("those after the last step, there being no validation");
    assertThat(folder.resolve("test.data.tsv")).content().contains("meadow\ttrain\te1.png\tunder");
    assertThat(TrainingPlan.read(folder.resolve("test.json")))
        .isEqualTo(TestScenes.plan().withSteps(2));
  }

  @Test
  void train_onlyValidationScenes_isRefused() throws IOException {
    List<Scene> scenes = List.of(scene("a", 80, 96, Split.VAL));
    assertThatThrownBy(() -> train(TestScenes.plan(), scenes))
        .hasMessage("there must be at least one scene for training, but all 1 are for validation");
  }

  @Test
  void train_pictureSmallerThanPatch_isNamed() throws IOException {
    List<Scene> scenes = List.of(scene("small", 63, 96, Split.TRAIN));
    assertThatThrownBy(() -> train(TestScenes.plan(), scenes))
        .hasMessage(
            "patches must fit into every picture, but 64×64 do not fit into scene small of 63×96");
  }

  @Test
  void train_framesOfDifferentSizes_areNamed() throws IOException {
    Scene scene = scene("a", 80, 96, Split.TRAIN);
    TestScenes.write(scene.frames().get(1), 80, 95, 0.5);
    assertThatThrownBy(() -> train(TestScenes.plan(), List.of(scene)))
        .hasMessage(
            "scene a: all exposures must be of one size, but %s is 80×96 and %s is 80×95"
                + " (height×width)",
            scene.frames().get(0), scene.frames().get(1));
  }

  @Test
  void train_cudaWithoutGpu_isRefused() throws IOException {
    List<Scene> scenes = List.of(scene("a", 80, 96, Split.TRAIN));
    if (!torch.cuda_is_available()) {
      TrainerSettings cuda = settings().on(Device.CUDA, 1);
      Trainer trainer = new Trainer(TestScenes.plan(), folder, cuda, List.of());
      assertThatThrownBy(() -> trainer.train(scenes))
          .hasMessageStartingWith("the device cuda needs an NVIDIA GPU");
    }
  }

  @Test
  void train_manySteps_keepsNativeMemoryFlat() throws IOException {
    long[] least = {Long.MAX_VALUE, Long.MAX_VALUE};
    TrainingListener meter =
        new TrainingListener() {
          @Override
          public void stepDone(Step step) {
            if (step.step() % 20 == 0 && step.step() > 40) {
              System.gc();
              long bytes = Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
              int half = step.step() <= 170 ? 0 : 1;
              least[half] = Math.min(least[half], bytes);
            }
          }
        };
    TrainingPlan plan =
        TestScenes.plan(
                "\"emaDecay\": 0.0",
                "\"emaDecay\": 0.9",
                "\"collaborative\": true",
                "\"collaborative\": false")
            .withSteps(300);
    new Trainer(plan, folder, settings(), List.of(meter))
        .train(List.of(scene("a", 80, 96, Split.TRAIN)));
    // one leaked feature map of a step is 260 kB, of the 130 steps between the halves 34 MB
    assertThat(least[1] - least[0]).isLessThan(12L << 20);
  }

  private Path train(TrainingPlan plan, List<Scene> scenes) throws IOException {
    return new Trainer(plan, folder, settings(), List.of(recorder)).train(scenes);
  }

  static TrainerSettings settings() {
    return TrainerSettings.defaults().on(Device.CPU, 1);
  }

  private Scene scene(String name, int height, int width, Split split) throws IOException {
    return TestScenes.of(folder, name, height, width, split);
  }

  private double meanLoss(int from, int to) {
    return recorder.steps.subList(from, to).stream()
        .mapToDouble(Step::loss)
        .average()
        .orElseThrow();
  }
}
