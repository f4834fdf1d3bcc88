package evenlight.torch.training;

import evenlight.dataset.Scene.Split;
import evenlight.torch.loss.FlowMatchingLoss;
import evenlight.torch.loss.FlowSequenceLoss;
import evenlight.torch.network.Raft;
import evenlight.torch.network.RaftConfig;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.training.data.ColourContent;
import evenlight.torch.training.data.FlowBatch;
import evenlight.torch.training.data.MotionSampler;
import evenlight.torch.training.optimizer.AdamW;
import evenlight.torch.training.optimizer.Optimizer;
import evenlight.torch.training.plan.MotionPlan;
import evenlight.torch.training.plan.OptimizerPlan;
import evenlight.torch.training.plan.PatchPlan;
import java.io.IOException;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * RAFT, trained on pictures that are moved by what is known and exposed differently.
 *
 * @param network which of the two: raft-small or raft-large
 * @param gamma of the loss of a sequence, 0.8 in the paper
 * @param matching weight of {@link FlowMatchingLoss}; 0 as in the paper
 * @param iterations that are learned from, 12 in the paper
 * @param validations pairs that validation tries at each gap
 * @param motion how pictures are moved and exposed
 */
record RaftRecipe(
    String network,
    double gamma,
    double matching,
    int iterations,
    int validations,
    MotionPlan motion)
    implements Recipe {
  private static final int MULTIPLE = 8;
  private static final int LEAST = 128;

  /** Checks the parts. */
  RaftRecipe {
    RaftConfig.named(network);
    new FlowSequenceLoss(gamma);
    if (!(matching >= 0 && Double.isFinite(matching))) {
      throw new IllegalArgumentException("matching must be 0 or more, but is " + matching);
    }
    if (iterations < 1 || validations < 1) {
      throw new IllegalArgumentException(
          "iterations and validations must be 1 or more, but are %d and %d"
              .formatted(iterations, validations));
    }
  }

  @Override
  public String method() {
    return network;
  }

  @Override
  public String title() {
    return "RAFT (%s)".formatted(network);
  }

  @Override
  public String remarks() {
    return "The loss is the paper's, and the cross entropy of what features alone find where the plan"
        + " gives it a weight. The paper learns from rendered films; here photographs are"
        + " moved by homographies, smooth fields and layers, and exposed differently; the second"
        + " picture of a pair gets the first one's histogram. Scenes smaller than a patch are left"
        + " out.";
  }

  @Override
  public String input() {
    return "pairs of RGB in [-1,1]";
  }

  @Override
  public void requireSuitable(PatchPlan patches) {
    if (patches.size() % MULTIPLE != 0 || patches.size() < LEAST) {
      throw new IllegalArgumentException(
          "patches.size of a training plan for RAFT must be a multiple of %d from %d on, but is %d"
              .formatted(MULTIPLE, LEAST, patches.size()));
    }
  }

  @Override
  public Course<?> course(RecipePlan plan, Material material) throws IOException {
    ColourContent content = new ColourContent();
    long seed = plan.run().seed();
    MotionSampler training =
        new MotionSampler(material.read(Split.TRAIN, content), plan.patches(), motion, seed);
    MotionSampler held =
        new MotionSampler(material.read(Split.VAL, content), plan.patches(), motion, ~seed);
    NetworkLearner<Raft, FlowBatch> learner =
        new NetworkLearner<>(new Subject(this), plan.optimizer(), seed, material.device());
    return new Course<>(training, learner, new MotionValidation(held, this, learner.average()));
  }

  /** A fresh network. */
  Raft create() {
    return new Raft(RaftConfig.named(network));
  }

  /** The loss of a batch. */
  Tensor loss(Raft raft, FlowBatch batch, Device device) {
    BatchTensors tensors = new BatchTensors(batch.size(), device);
    Tensor flow = tensors.of(batch.flow());
    Tensor known = tensors.of(batch.known());
    Raft.Predictions predictions =
        raft.predictions(tensors.of(batch.first()), tensors.of(batch.second()), iterations);
    Tensor loss = new FlowSequenceLoss(gamma).forward(predictions.flows(), flow, known);
    return matching == 0
        ? loss
        : loss.add(
            Tensors.times(
                FlowMatchingLoss.of(predictions.first(), predictions.second(), flow, known),
                matching));
  }

  private record Subject(RaftRecipe recipe) implements Trainee<Raft, FlowBatch> {
    @Override
    public Raft create() {
      return recipe.create();
    }

    @Override
    public Tensor loss(Raft network, FlowBatch batch, Device device) {
      return recipe.loss(network, batch, device);
    }

    @Override
    public Optimizer optimizer(Raft network, OptimizerPlan plan) {
      return new AdamW(network, plan.weightDecay());
    }
  }
}
