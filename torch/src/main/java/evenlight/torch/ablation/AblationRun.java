package evenlight.torch.ablation;

import evenlight.torch.training.LcndrPlan;
import evenlight.torch.training.TrainingPlan;
import java.nio.file.Path;

/**
 * One training of an ablation study.
 *
 * @param variant which network
 * @param seed of its initial parameters and of every random choice
 */
public record AblationRun(Variant variant, long seed) {
  /** What score tables call it. */
  public String id() {
    return id(variant.id(), seed);
  }

  static String id(String variant, long seed) {
    return "%s-seed-%d".formatted(variant, seed);
  }

  /** Where its files are in the folder of the study. */
  Path folder(Path study) {
    return study.resolve("variants").resolve(variant.id()).resolve("seed-" + seed);
  }

  /** A study's plan for this network and seed. */
  TrainingPlan plan(TrainingPlan study) {
    return LcndrPlan.of(study).withNetwork(variant.network()).withName(variant.id()).withSeed(seed);
  }
}
