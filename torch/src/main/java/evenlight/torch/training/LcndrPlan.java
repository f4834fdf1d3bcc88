package evenlight.torch.training;

import evenlight.json.JsonRecords;
import evenlight.torch.loss.FusionLoss;
import evenlight.torch.network.Lcndr;
import evenlight.torch.network.LcndrConfig;
import evenlight.torch.network.Parameters;
import evenlight.torch.network.SavedLcndr;
import evenlight.torch.tensor.Autocast;
import evenlight.torch.training.data.LuminanceContent;
import evenlight.torch.training.plan.Dtype;
import evenlight.torch.training.plan.LossPlan;
import evenlight.torch.training.plan.OptimizerPlan;
import evenlight.torch.training.plan.PatchPlan;
import evenlight.torch.training.plan.RunPlan;
import evenlight.torch.training.plan.TargetPlan;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How LCNDR is trained.
 *
 * @param name what the plan is called: lower-case words joined by hyphens
 * @param network the network to train
 * @param loss what is made small
 * @param target the brightness that the loss asks for
 * @param patches what the network sees
 * @param optimizer how the parameters move
 * @param run how long
 */
public record LcndrPlan(
    String name,
    LcndrConfig network,
    LossPlan loss,
    TargetPlan target,
    PatchPlan patches,
    OptimizerPlan optimizer,
    RunPlan run)
    implements TrainingPlan {

  /** Checks the name; the parts have checked themselves. */
  public LcndrPlan {
    TrainingPlan.requireName(name);
  }

  /**
   * A plan that trains LCNDR.
   *
   * @throws IllegalArgumentException if it trains another network
   */
  public static LcndrPlan of(TrainingPlan plan) {
    if (plan instanceof LcndrPlan lcndr) {
      return lcndr;
    }
    throw new IllegalArgumentException(
        "the plan must train LCNDR, but %s trains %s".formatted(plan.name(), plan.subject()));
  }

  @Override
  public String subject() {
    return "LCNDR";
  }

  @Override
  public String remarks() {
    return "";
  }

  @Override
  public String input() {
    return "luminance in [0,1]";
  }

  @Override
  public String toJson() {
    return JsonRecords.writeIndented(this);
  }

  @Override
  public LcndrPlan withName(String newName) {
    return new LcndrPlan(newName, network, loss, target, patches, optimizer, run);
  }

  /** The same for another network. */
  public LcndrPlan withNetwork(LcndrConfig newNetwork) {
    return new LcndrPlan(name, newNetwork, loss, target, patches, optimizer, run);
  }

  @Override
  public LcndrPlan withOptimizer(OptimizerPlan newOptimizer) {
    return new LcndrPlan(name, network, loss, target, patches, newOptimizer, run);
  }

  @Override
  public LcndrPlan withRun(RunPlan newRun) {
    return new LcndrPlan(name, network, loss, target, patches, optimizer, newRun);
  }

  @Override
  public Course<?> course(Material material) throws IOException {
    return material.pairs(
        this, new LuminanceContent(target), new Subject(network, loss.create(), optimizer.dtype()));
  }

  @Override
  public Weights weights(Map<String, Parameter> parameters, Map<String, String> metadata) {
    Lcndr trained = new Lcndr(network);
    Parameters.load(trained, new Weights(parameters, Map.of()), name);
    return SavedLcndr.toWeights(trained, metadata);
  }

  /**
   * LCNDR and its loss. In {@link Dtype#BF16} only the way forward through the network is cast, and
   * only while it learns; the loss always gets 32 bits.
   */
  record Subject(LcndrConfig config, FusionLoss loss, Dtype dtype) implements PairSubject<Lcndr> {
    @Override
    public Lcndr create() {
      return new Lcndr(config);
    }

    @Override
    public Tried forward(Lcndr network, Tensor over, Tensor under, Tensor target) {
      Tensor fused = fused(network, over, under);
      return new Tried(fused, loss.forward(over, under, target, fused));
    }

    private Tensor fused(Lcndr network, Tensor over, Tensor under) {
      if (dtype == Dtype.FP32 || !network.is_training()) {
        return network.forward(over, under);
      }
      Tensor fused;
      try (Autocast autocast = new Autocast(over)) {
        fused = network.forward(over, under);
      }
      return fused.to(torch.ScalarType.Float);
    }
  }
}
