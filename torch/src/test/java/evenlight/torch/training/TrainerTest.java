package evenlight.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.fusion.Device;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import evenlight.torch.network.LcndrConfig;
import evenlight.torch.network.SavedLcndr;
import evenlight.torch.training.TrainingPlan.Loss;
import evenlight.torch.training.TrainingPlan.Pairing;
import evenlight.torch.training.TrainingPlan.Schedule;
import evenlight.torch.weights.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  @TempDir private Path folder;

  @Test
  void train_oneScene_learnsIt() throws IOException {
    Recorder recorder = new Recorder();
    train(plan(60), List.of(scene("a", 80, 96, Split.TRAIN)), recorder, 1000);
    double first = mean(recorder.losses.subList(0, 5));
    double last = mean(recorder.losses.subList(55, 60));
    assertThat(last).isLessThan(0.5 * first);
  }

  @Test
  void train_samePlanAndData_givesTheSameBytes() throws IOException {
    List<Scene> scenes = List.of(scene("a", 80, 96, Split.TRAIN), scene("b", 70, 66, Split.TRAIN));
    Path file = train(plan(4), scenes, new Recorder(), 1000);
    byte[] first = Files.readAllBytes(file);
    assertThat(Files.readAllBytes(train(plan(4), scenes, new Recorder(), 1000))).isEqualTo(first);
    Path other = train(plan(4).withSeed(2), scenes, new Recorder(), 1000);
    assertThat(Files.readAllBytes(other)).isNotEqualTo(first);
  }

  @Test
  void train_checkpoints_areLoadableAndValidated() throws IOException {
    Recorder recorder = new Recorder();
    List<Scene> scenes = List.of(scene("a", 80, 96, Split.TRAIN), scene("b", 50, 61, Split.VAL));
    Path file = train(plan(5), scenes, recorder, 2);
    assertThat(recorder.checkpoints).containsExactly(2, 4, 5);
    assertThat(recorder.validations)
        .hasSize(3)
        .allMatch(score -> score.loss() > 0 && score.mefSsim() > 0 && score.mefSsim() < 1);
    assertThat(SavedLcndr.fromWeights(Safetensors.read(file), "it").config())
        .isEqualTo(plan(5).network());
  }

  @Test
  void train_modelCard_namesTheWeightsAndTheData() throws Exception {
    Path file = train(plan(2), List.of(scene("meadow", 80, 96, Split.TRAIN)), new Recorder(), 1000);
    String card = Files.readString(folder.resolve("test.md"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    assertThat(card)
        .contains(HexFormat.of().formatHex(digest))
        .contains("Training scenes (1): meadow (3).")
        .contains("seed=1")
        .contains("steps done | 2 of 2");
  }

  @Test
  void train_onlyValidationScenes_isRefused() throws IOException {
    List<Scene> scenes = List.of(scene("a", 80, 96, Split.VAL));
    assertThatThrownBy(() -> train(plan(1), scenes, new Recorder(), 1))
        .hasMessage("there must be at least one scene for training, but all 1 are for validation");
  }

  @Test
  void train_pictureSmallerThanPatch_isNamed() throws IOException {
    List<Scene> scenes = List.of(scene("small", 63, 96, Split.TRAIN));
    assertThatThrownBy(() -> train(plan(1), scenes, new Recorder(), 1))
        .hasMessage(
            "patches must fit into every picture, but 64×64 do not fit into scene small of 63×96");
  }

  @Test
  void train_framesOfDifferentSizes_areNamed() throws IOException {
    Scene scene = scene("a", 80, 96, Split.TRAIN);
    write(scene.frames().get(1), 80, 95, 0.5);
    assertThatThrownBy(() -> train(plan(1), List.of(scene), new Recorder(), 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("all frames of scene a must be 80×96")
        .hasMessageContaining("80×95");
  }

  private Path train(TrainingPlan plan, List<Scene> scenes, Recorder recorder, int checkpointEvery)
      throws IOException {
    return new Trainer(plan, folder, checkpointEvery, recorder).train(scenes, Device.CPU, 1);
  }

  private static TrainingPlan plan(int steps) {
    LcndrConfig base = LcndrConfig.evenlight();
    LcndrConfig small =
        new LcndrConfig(
            8,
            true,
            true,
            true,
            1,
            base.tradeOff(),
            true,
            true,
            base.extraction(),
            base.filter(),
            base.revision(),
            base.filterPlace(),
            base.masks(),
            base.range(),
            8,
            2);
    return new TrainingPlan(
        "test",
        small,
        Loss.MEF_SSIM,
        steps,
        2,
        64,
        5e-3,
        Schedule.WARM_UP_AND_COSINE,
        2,
        Pairing.MIXED,
        1);
  }

  private Scene scene(String name, int height, int width, Split split) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    List<Path> frames = new ArrayList<>();
    double[] gains = {0.3, 0.9, 2.5};
    for (int k = 0; k < gains.length; k++) {
      frames.add(home.resolve("e" + (k + 1) + ".png"));
      write(frames.get(k), height, width, gains[k]);
    }
    return Scene.of(name, frames, split);
  }

  private static void write(Path file, int height, int width, double gain) throws IOException {
    float[] plane = new float[height * width];
    for (int i = 0; i < plane.length; i++) {
      int y = i / width;
      int x = i % width;
      double radiance =
          0.5 + 0.3 * Math.sin(x / 5.0) * Math.cos(y / 7.0) + (y * 13 + x * 7) % 17 / 90.0;
      plane[i] = (float) Math.min(1, gain * radiance);
    }
    Photos.write(new Photo(Image.of(height, width, plane, plane, plane), 8), file);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static final class Recorder implements TrainingListener {
    private final List<Double> losses = new ArrayList<>();
    private final List<Integer> checkpoints = new ArrayList<>();
    private final List<Validation.Score> validations = new ArrayList<>();

    @Override
    public void stepDone(int step, int steps, double loss, Duration elapsed) {
      losses.add(loss);
    }

    @Override
    public void checkpointWritten(int step, Path file, Optional<Validation.Score> score) {
      checkpoints.add(step);
      score.ifPresent(validations::add);
    }
  }
}
