package evenlight.torch.training;

import evenlight.dataset.Scene.Split;
import evenlight.torch.loss.AdversarialBalance;
import evenlight.torch.loss.MefGanLoss;
import evenlight.torch.network.MefGan;
import evenlight.torch.network.MefGanDiscriminator;
import evenlight.torch.training.PairSubject.Tried;
import evenlight.torch.training.data.ColourContent;
import evenlight.torch.training.data.PatchSampler;
import evenlight.torch.training.data.TrainingScene;
import evenlight.torch.training.plan.PatchPlan;
import java.io.IOException;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * MEF-GAN, as Xu, Ma, Zhang, IEEE TIP 29 (2020) train it: colours fused by a generator that a
 * discriminator judges, both learning by turns.
 *
 * @param loss of both
 * @param balance which of them learns how often
 * @param discriminatorRate times the learning rate is that of the discriminator, 2 in the paper
 * @param weightLimit no parameter of either is further from 0, 8 in the paper
 */
record MefGanRecipe(
    MefGanLoss.Config loss,
    AdversarialBalance balance,
    double discriminatorRate,
    double weightLimit)
    implements Recipe {
  /** Checks the ranges. */
  MefGanRecipe {
    requirePositive("discriminatorRate", discriminatorRate);
    requirePositive("weightLimit", weightLimit);
  }

  private static void requirePositive(String key, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "recipe.%s of a training plan must be finite and above 0, but is %s"
              .formatted(key, value));
    }
  }

  @Override
  public String method() {
    return "mef-gan";
  }

  @Override
  public String title() {
    return "MEF-GAN";
  }

  @Override
  public String remarks() {
    return "Losses, balance and optimizers are the paper's; the loss of validation is that of the"
        + " content alone. "
        + ColourContent.REMARK;
  }

  @Override
  public String input() {
    return ColourContent.NAME;
  }

  @Override
  public void requireSuitable(PatchPlan patches) {
    if (patches.size() != MefGanDiscriminator.SIDE || patches.accumulation() != 1) {
      throw new IllegalArgumentException(
          ("patches.size and patches.accumulation of a training plan for MEF-GAN must be %d and 1,"
                  + " but are %d and %d")
              .formatted(MefGanDiscriminator.SIDE, patches.size(), patches.accumulation()));
    }
  }

  @Override
  public Course<?> course(RecipePlan plan, Material material) throws IOException {
    ColourContent content = new ColourContent();
    PatchSampler sampler = material.sampler(plan, content);
    List<TrainingScene> scenes = material.read(Split.VAL, content);
    MefGanLearner learner = new MefGanLearner(this, plan, material.device());
    FusionValidation.Middle middle =
        new FusionValidation.Middle(plan.validation().greatest(), MefGan.MULTIPLE);
    return new Course<>(
        sampler,
        learner,
        new FusionValidation<>(
            scenes,
            middle,
            learner.average(),
            (over, under, target) -> tried(learner.average(), over, under, target)));
  }

  private Tried tried(MefGan generator, Tensor over, Tensor under, Tensor target) {
    Tensor fused = generator.forward(over, under);
    return new Tried(fused, new MefGanLoss(loss).content(fused, target));
  }
}
