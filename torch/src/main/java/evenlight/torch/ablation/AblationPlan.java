package evenlight.torch.ablation;

import evenlight.torch.training.LcndrPlan;
import evenlight.torch.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What an ablation study trains: every variant of the plan's network with every seed, all else
 * alike.
 *
 * @param training how each network is trained; its network is the whole one, its seed the first
 * @param seedCount how many seeds, at least 1; they follow each other
 */
public record AblationPlan(TrainingPlan training, int seedCount) {
  /** Checks the number of seeds, and that the plan's network is a whole one. */
  public AblationPlan {
    if (seedCount < 1) {
      throw new IllegalArgumentException(
          "an ablation must have at least 1 seed, but has " + seedCount);
    }
    Variant.of(LcndrPlan.of(training).network());
  }

  /** The networks, the whole one first. */
  public List<Variant> variants() {
    return Variant.of(LcndrPlan.of(training).network());
  }

  /** The seeds, from the plan's on. */
  public List<Long> seeds() {
    long first = training.run().seed();
    return LongStream.range(first, first + seedCount).boxed().toList();
  }

  /** All that is trained: every variant with the first seed, then with the next. */
  public List<AblationRun> runs() {
    List<AblationRun> runs = new ArrayList<>();
    for (long seed : seeds()) {
      for (Variant variant : variants()) {
        runs.add(new AblationRun(variant, seed));
      }
    }
    return runs;
  }
}
