package evenlight.torch.training;

import evenlight.dataset.Scene.Split;
import evenlight.torch.loss.MefNetLoss;
import evenlight.torch.network.FastGuidedFilter;
import evenlight.torch.network.MefNet;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.training.PairSubject.Tried;
import evenlight.torch.training.data.LuminanceContent;
import evenlight.torch.training.data.PatchSampler;
import evenlight.torch.training.data.SequenceBatch;
import evenlight.torch.training.data.TrainingScene;
import evenlight.torch.training.optimizer.AdamW;
import evenlight.torch.training.optimizer.Optimizer;
import evenlight.torch.training.plan.OptimizerPlan;
import evenlight.torch.training.plan.PatchPlan;
import java.io.IOException;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * MEF-Net, as Ma et al., IEEE TIP 29 (2020) train it: all exposures of one scene at a time.
 *
 * @param shorterSide of what the network sees, 128 in the paper; at least 16
 */
record MefNetRecipe(int shorterSide) implements Recipe {
  private static final int LEAST_SIDE = 16;
  private static final double EPSILON = 1e-8;
  private static final long[] EXPOSURES = {0};

  /** Checks the side. */
  MefNetRecipe {
    if (shorterSide < LEAST_SIDE) {
      throw new IllegalArgumentException(
          "recipe.shorterSide of a training plan must be %d or more, but is %d"
              .formatted(LEAST_SIDE, shorterSide));
    }
  }

  @Override
  public String method() {
    return "mef-net";
  }

  @Override
  public String title() {
    return "MEF-Net";
  }

  @Override
  public String remarks() {
    return "The loss is the paper's. It learns from patches at random places and reductions where"
        + " the authors take whole pictures of 512 to 1536 pixels; they are made small by means."
        + " Validation fuses the default pair.";
  }

  @Override
  public String input() {
    return "luminance in [0,1]";
  }

  @Override
  public void requireSuitable(PatchPlan patches) {
    if (patches.batch() != 1) {
      throw new IllegalArgumentException(
          "patches.batch of a training plan for MEF-Net must be 1, all exposures of a scene, but is"
              + " "
              + patches.batch());
    }
  }

  @Override
  public Course<?> course(RecipePlan plan, Material material) throws IOException {
    PatchSampler sampler = material.sampler(plan, LuminanceContent.AIMLESS);
    List<TrainingScene> scenes = material.read(Split.VAL, LuminanceContent.AIMLESS);
    NetworkLearner<MefNet, SequenceBatch> learner =
        new NetworkLearner<>(
            new Sequences(), plan.optimizer(), plan.run().seed(), material.device());
    FusionValidation.Middle middle = new FusionValidation.Middle(plan.validation().greatest(), 1);
    return new Course<>(
        sampler::sequence,
        learner,
        new FusionValidation<>(
            scenes,
            middle,
            learner.average(),
            (over, under, target) -> tried(learner.average(), Tensors.join(0, under, over))));
  }

  private final class Sequences implements Trainee<MefNet, SequenceBatch> {
    @Override
    public MefNet create() {
      return new MefNet();
    }

    @Override
    public Tensor loss(MefNet network, SequenceBatch batch, Device device) {
      return tried(network, new BatchTensors(batch.size(), device).of(batch.exposures())).loss();
    }

    @Override
    public Optimizer optimizer(MefNet network, OptimizerPlan plan) {
      return new AdamW(network, plan.weightDecay());
    }
  }

  /** Fuses the exposures of a scene, K,1,H,W. */
  private Tried tried(MefNet network, Tensor exposures) {
    Tensor small = small(exposures);
    FastGuidedFilter model = FastGuidedFilter.of(small, network.forward(small));
    Tensor weights = Tensors.plus(model.apply(exposures).abs(), EPSILON); // K,1,H,W
    Tensor fused = sum(weights.mul(exposures)).div(sum(weights)); // 1,1,H,W
    return new Tried(fused, new MefNetLoss().forward(exposures, fused));
  }

  private static Tensor sum(Tensor x) {
    return x.sum(EXPOSURES, true, new ScalarTypeOptional());
  }

  private Tensor small(Tensor exposures) {
    long shorter = Math.min(exposures.size(2), exposures.size(3));
    long side = Math.min(shorter, shorterSide);
    return torch.adaptive_avg_pool2d(
        exposures, exposures.size(2) * side / shorter, exposures.size(3) * side / shorter);
  }
}
