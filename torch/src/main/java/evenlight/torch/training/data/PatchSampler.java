package evenlight.torch.training.data;

import evenlight.torch.training.plan.PatchPlan;
import evenlight.torch.training.plan.PatchPlan.Pairing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws batches of patches: the scenes in rounds, each once in an order of the round's own, and a
 * random pair, reduction, place, symmetry (flips and quarter turns) and gamma.
 *
 * <p>A batch depends on the seed and its number alone, so that training can go on anywhere without
 * any state of this class. The target is raised to the same power as the frames: a picture that is
 * brighter as a whole should be fused so, too.
 */
public final class PatchSampler implements BatchSource<Batch> {
  private static final double DARK = 95 / 255.0;
  private static final double BRIGHT = 135 / 255.0;
  private static final int SYMMETRIES = 8;

  private final List<TrainingScene> scenes;
  private final PatchPlan plan;
  private final long batchSeed;
  private final long roundSeed;

  /**
   * A sampler.
   *
   * @throws IllegalArgumentException if a picture is smaller than a patch; the message names it
   */
  public PatchSampler(List<TrainingScene> scenes, PatchPlan plan, long seed) {
    this.scenes = List.copyOf(scenes);
    this.plan = plan;
    SplittableRandom random = new SplittableRandom(seed);
    batchSeed = random.nextLong();
    roundSeed = random.nextLong();
    for (TrainingScene scene : scenes) {
      if (Math.min(scene.height(), scene.width()) < plan.size()) {
        throw new IllegalArgumentException(
            "patches must fit into every picture, but %d×%d do not fit into scene %s of %d×%d"
                .formatted(plan.size(), plan.size(), scene.name(), scene.height(), scene.width()));
      }
    }
  }

  @Override
  public Batch batch(long number) throws IOException {
    SplittableRandom random = new SplittableRandom(batchSeed + number);
    List<float[]> over = new ArrayList<>();
    List<float[]> under = new ArrayList<>();
    List<float[]> target = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < plan.batch(); i++) {
      TrainingScene scene = scene(number * plan.batch() + i);
      Pair pair = pair(scene, random);
      Patch patch = patch(scene, random);
      int pixels = scene.height() * scene.width();
      over.add(patch.cut(scene.frame(pair.over()), scene.width(), pixels));
      under.add(patch.cut(scene.frame(pair.under()), scene.width(), pixels));
      target.add(patch.cut(scene.target(), scene.width(), pixels));
      sources.add(
          "%s (%s, %s)"
              .formatted(scene.name(), scene.fileName(pair.under()), scene.fileName(pair.over())));
    }
    return new Batch(plan.size(), over, under, target, sources);
  }

  /** A batch of one patch of all exposures of a scene; see {@link #batch}. */
  public SequenceBatch sequence(long number) throws IOException {
    SplittableRandom random = new SplittableRandom(batchSeed + number);
    TrainingScene scene = scene(number);
    Patch patch = patch(scene, random);
    List<float[]> exposures = new ArrayList<>();
    for (int k = 0; k < scene.means().size(); k++) {
      exposures.add(patch.cut(scene.frame(k), scene.width(), scene.height() * scene.width()));
    }
    return new SequenceBatch(plan.size(), exposures, List.of(scene.name()));
  }

  private TrainingScene scene(long sample) {
    SplittableRandom random = new SplittableRandom(roundSeed + sample / scenes.size());
    int[] order = IntStream.range(0, scenes.size()).toArray();
    int place = (int) (sample % scenes.size());
    for (int i = 0; i <= place; i++) {
      int other = i + random.nextInt(order.length - i);
      int former = order[i];
      order[i] = order[other];
      order[other] = former;
    }
    return scenes.get(order[place]);
  }

  private record Pair(int under, int over) {}

  private Pair pair(TrainingScene scene, SplittableRandom random) {
    Pair usual = new Pair(scene.under(), scene.over());
    if (plan.pairing() == Pairing.DEFAULT || random.nextBoolean()) {
      return usual;
    }
    List<Double> means = scene.means();
    int[] dark = IntStream.range(0, means.size()).filter(i -> means.get(i) < DARK).toArray();
    int[] bright = IntStream.range(0, means.size()).filter(i -> means.get(i) > BRIGHT).toArray();
    if (dark.length == 0 || bright.length == 0) {
      return usual;
    }
    return new Pair(dark[random.nextInt(dark.length)], bright[random.nextInt(bright.length)]);
  }

  private Patch patch(TrainingScene scene, SplittableRandom random) {
    int shorter = Math.min(scene.height(), scene.width());
    int reduction = 1 + random.nextInt(Math.min(plan.maxReduction(), shorter / plan.size()));
    int extent = reduction * plan.size();
    int top = place(scene.height() - extent, random);
    int left = place(scene.width() - extent, random);
    return new Patch(top, left, reduction, plan.size(), random.nextInt(SYMMETRIES), gamma(random));
  }

  private int place(int greatest, SplittableRandom random) {
    return plan.stride() * random.nextInt(greatest / plan.stride() + 1);
  }

  private double gamma(SplittableRandom random) {
    double exponent = 2 * random.nextDouble() - 1;
    return plan.gammaJitter() == 0 ? 1 : StrictMath.pow(1 + plan.gammaJitter(), exponent);
  }
}
