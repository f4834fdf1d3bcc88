package evenlight.torch.training.data;

import evenlight.filter.Strips;
import evenlight.flow.FlowField;
import evenlight.ghost.MatchedExposure;
import evenlight.image.Image;
import evenlight.torch.training.plan.MotionPlan;
import evenlight.torch.training.plan.PatchPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Draws pairs of patches with known motion and exposures: the second shows a place of a scene's
 * target, reduced by averaging blocks; the first is that scene moved, so that what it shows at p
 * lies in the second at p + flow exactly.
 *
 * <p>A sample depends on the seed, its number and the gap alone.
 */
public final class MotionSampler implements BatchSource<FlowBatch> {
  private static final int CHANNELS = 3;
  private static final float WHITE = 255;
  private static final Strips ALONE = new Strips(1);

  private final List<TrainingScene> scenes;
  private final PatchPlan patches;
  private final MotionPlan motion;
  private final long seed;

  /**
   * A sampler.
   *
   * @param scenes whose content has three channels; those smaller than a patch are left out
   * @throws IllegalArgumentException if all are
   */
  public MotionSampler(
      List<TrainingScene> scenes, PatchPlan patches, MotionPlan motion, long seed) {
    this.scenes = scenes.stream().filter(scene -> side(scene) >= patches.size()).toList();
    this.patches = patches;
    this.motion = motion;
    this.seed = new SplittableRandom(seed).nextLong();
    if (this.scenes.isEmpty() && !scenes.isEmpty()) {
      TrainingScene first = scenes.get(0);
      throw new IllegalArgumentException(
          "patches must fit into a picture, but %d×%d fit into none, such as scene %s of %d×%d"
              .formatted(
                  patches.size(), patches.size(), first.name(), first.height(), first.width()));
    }
  }

  private static int side(TrainingScene scene) {
    return Math.min(scene.height(), scene.width());
  }

  /** Whether there is nothing to draw from. */
  public boolean isEmpty() {
    return scenes.isEmpty();
  }

  @Override
  public FlowBatch batch(long number) throws IOException {
    List<MotionSample> samples = new ArrayList<>();
    for (int i = 0; i < patches.batch(); i++) {
      long sample = number * patches.batch() + i;
      SplittableRandom random = new SplittableRandom(~seed + sample);
      samples.add(sample(sample, motion.gaps().get(random.nextInt(motion.gaps().size()))));
    }
    return batchOf(samples);
  }

  /**
   * Samples as they are learned from: the second picture has the first one's histogram, as it has
   * where flow is looked for.
   */
  public static FlowBatch batchOf(List<MotionSample> samples) {
    List<float[]> first = new ArrayList<>();
    List<float[]> second = new ArrayList<>();
    List<float[]> flow = new ArrayList<>();
    List<float[]> known = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    for (MotionSample sample : samples) {
      first.add(levels(sample.first()));
      second.add(levels(MatchedExposure.of(sample.second(), sample.first(), ALONE)));
      flow.add(steps(sample.flow()));
      known.add(numbers(sample.known()));
      sources.add(String.format(Locale.ROOT, "%s (%s EV)", sample.source(), sample.gap()));
    }
    int size = samples.get(0).first().height();
    return new FlowBatch(size, first, second, flow, known, sources);
  }

  /**
   * A pair.
   *
   * @param number which, from 0; the scenes take turns
   * @param gap between the exposures, in EV
   */
  public MotionSample sample(long number, double gap) throws IOException {
    TrainingScene scene = scenes.get((int) (number % scenes.size()));
    SplittableRandom random = new SplittableRandom(seed + number);
    int size = patches.size();
    FlowField flow = MotionField.draw(size, motion.farthest(), random);
    int shorter = Math.min(scene.height(), scene.width());
    int reduction = 1 + random.nextInt(Math.min(patches.maxReduction(), shorter / size));
    int top = random.nextInt(scene.height() / reduction - size + 1);
    int left = random.nextInt(scene.width() / reduction - size + 1);
    int margin = (int) Math.ceil(motion.farthest()) + 2;
    SceneWindow window = SceneWindow.of(scene, reduction, top, left, size, margin);
    byte[] known = new byte[size * size];
    float[][] first = window.moved(flow, known);
    float[][] second = window.still(size);
    ExposureChange[] changes = ExposureChange.pair(gap, random);
    for (int c = 0; c < CHANNELS; c++) {
      changes[0].apply(first[c], random);
      changes[1].apply(second[c], random);
    }
    return new MotionSample(
        scene.name(), gap, Image.of(size, size, first), Image.of(size, size, second), flow, known);
  }

  private static float[] levels(Image image) {
    float[] levels = new float[CHANNELS * image.pixels()];
    for (int c = 0; c < CHANNELS; c++) {
      float[] plane = image.plane(c);
      for (int i = 0; i < plane.length; i++) {
        levels[c * plane.length + i] = WHITE * plane[i];
      }
    }
    return levels;
  }

  private static float[] steps(FlowField flow) {
    int pixels = flow.height() * flow.width();
    float[] steps = new float[2 * pixels];
    for (int i = 0; i < pixels; i++) {
      steps[i] = flow.x(i);
      steps[pixels + i] = flow.y(i);
    }
    return steps;
  }

  private static float[] numbers(byte[] mask) {
    float[] numbers = new float[mask.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = mask[i];
    }
    return numbers;
  }
}
