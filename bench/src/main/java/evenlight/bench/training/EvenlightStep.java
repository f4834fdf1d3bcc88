package evenlight.bench.training;

import evenlight.bench.Quartiles;
import evenlight.dataset.Scene;
import evenlight.fusion.Device;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import evenlight.torch.training.Step;
import evenlight.torch.training.Trainer;
import evenlight.torch.training.TrainerSettings;
import evenlight.torch.training.TrainingListener;
import evenlight.torch.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Times the steps of a training as users run it, on a bracket of noise. */
final class EvenlightStep implements TrainingListener {
  private static final int WARM_UP = 5;
  private static final int SIDE = 600;

  private final List<Double> seconds = new ArrayList<>();
  private long before;

  /**
   * Seconds of a step, the median.
   *
   * @param folder an empty one, for the bracket and what training writes
   */
  static double seconds(TrainingPlan plan, int steps, int threads, Path folder) throws IOException {
    List<Path> frames = List.of(folder.resolve("e1.png"), folder.resolve("e2.png"));
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < frames.size(); k++) {
      float[] plane = new float[SIDE * SIDE];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (float) (0.5 * k + 0.5 * random.nextDouble());
      }
      Photos.write(new Photo(Image.of(SIDE, SIDE, plane, plane, plane), 8), frames.get(k));
    }
    EvenlightStep clock = new EvenlightStep();
    TrainerSettings settings =
        TrainerSettings.defaults().on(Device.CPU, threads).withCheckpointEvery(WARM_UP + steps);
    new Trainer(plan.withSteps(WARM_UP + steps), folder, settings, List.of(clock))
        .train(List.of(Scene.of("noise", frames, Scene.Split.TRAIN)));
    return Quartiles.of(clock.seconds.subList(WARM_UP, clock.seconds.size())).median();
  }

  @Override
  public void stepDone(Step step) {
    long now = System.nanoTime();
    seconds.add((now - before) / 1e9);
    before = now;
  }
}
