package evenlight.torch.training;

import evenlight.torch.tensor.Tensors;
import evenlight.torch.training.TrainingPlan.Pairing;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * Draws batches of patches: a random scene, pair, reduction, place, and one of the eight flips and
 * quarter turns. Every choice comes from the plan's seed.
 */
final class PatchSampler {
  private static final double DARK = 95 / 255.0;
  private static final double BRIGHT = 135 / 255.0;

  private final List<LuminanceScene> scenes;
  private final TrainingPlan plan;
  private final SplittableRandom random;

  PatchSampler(List<LuminanceScene> scenes, TrainingPlan plan) {
    this.scenes = scenes;
    this.plan = plan;
    this.random = new SplittableRandom(plan.seed());
    for (LuminanceScene scene : scenes) {
      if (Math.min(scene.height(), scene.width()) < plan.patch()) {
        throw new IllegalArgumentException(
            "patches must fit into every picture, but %d×%d do not fit into scene %s of %d×%d"
                .formatted(
                    plan.patch(), plan.patch(), scene.name(), scene.height(), scene.width()));
      }
    }
  }

  /**
   * One batch.
   *
   * @param over B,1,P,P in [0,1], P the size of a patch
   * @param under the same shape
   * @param brightness the same shape
   */
  record Batch(Tensor over, Tensor under, Tensor brightness) {}

  Batch next() {
    int count = plan.batch();
    float[][] over = new float[count][];
    float[][] under = new float[count][];
    float[][] brightness = new float[count][];
    for (int i = 0; i < count; i++) {
      LuminanceScene scene = scenes.get(random.nextInt(scenes.size()));
      int[] pair = pair(scene);
      Patch patch = patch(scene);
      under[i] = patch.cut(scene.frame(pair[0]), scene.width());
      over[i] = patch.cut(scene.frame(pair[1]), scene.width());
      brightness[i] = patch.cut(scene.brightness(), scene.width());
    }
    int size = plan.patch();
    return new Batch(
        Tensors.ofPlanes(size, size, over),
        Tensors.ofPlanes(size, size, under),
        Tensors.ofPlanes(size, size, brightness));
  }

  private int[] pair(LuminanceScene scene) {
    int[] usual = {scene.under(), scene.over()};
    if (plan.pairing() == Pairing.DEFAULT || random.nextBoolean()) {
      return usual;
    }
    double[] means = scene.means();
    int[] dark = IntStream.range(0, means.length).filter(i -> means[i] < DARK).toArray();
    int[] bright = IntStream.range(0, means.length).filter(i -> means[i] > BRIGHT).toArray();
    if (dark.length == 0 || bright.length == 0) {
      return usual;
    }
    return new int[] {dark[random.nextInt(dark.length)], bright[random.nextInt(bright.length)]};
  }

  private Patch patch(LuminanceScene scene) {
    int shorter = Math.min(scene.height(), scene.width());
    int largest = Math.min(plan.maxReduction(), shorter / plan.patch());
    int reduction = 1 + random.nextInt(largest);
    int extent = reduction * plan.patch();
    int top = random.nextInt(scene.height() - extent + 1);
    int left = random.nextInt(scene.width() - extent + 1);
    return new Patch(top, left, reduction, plan.patch(), random.nextInt(8));
  }

  /**
   * Where a patch lies and how it is turned.
   *
   * @param symmetry bit 0 flips columns, bit 1 flips rows, bit 2 swaps both
   */
  private record Patch(int top, int left, int reduction, int size, int symmetry) {
    float[] cut(byte[] plane, int width) {
      float[] patch = new float[size * size];
      float scale = 1f / (255 * reduction * reduction);
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          int row = (symmetry & 2) == 0 ? y : size - 1 - y;
          int column = (symmetry & 1) == 0 ? x : size - 1 - x;
          int target = (symmetry & 4) == 0 ? row * size + column : column * size + row;
          patch[target] = scale * blockSum(plane, width, y, x);
        }
      }
      return patch;
    }

    private int blockSum(byte[] plane, int width, int y, int x) {
      int sum = 0;
      int start = (top + y * reduction) * width + left + x * reduction;
      for (int dy = 0; dy < reduction; dy++) {
        for (int dx = 0; dx < reduction; dx++) {
          sum += plane[start + dy * width + dx] & 255;
        }
      }
      return sum;
    }
  }
}
