package evenlight.torch.training;

import evenlight.torch.loss.U2FusionLoss;
import evenlight.torch.network.U2Fusion;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.training.data.LuminanceContent;
import evenlight.torch.training.optimizer.Optimizer;
import evenlight.torch.training.optimizer.RmsProp;
import evenlight.torch.training.plan.OptimizerPlan;
import java.io.IOException;
import org.bytedeco.pytorch.Tensor;

/**
 * U2Fusion, as Xu et al., IEEE TPAMI 44 (2022) train it, for exposures alone.
 *
 * @param loss its weights
 */
record U2FusionRecipe(U2FusionLoss.Config loss) implements Recipe {
  private static final double DECAY = 0.6;
  private static final double MOMENTUM = 0.15;

  @Override
  public String method() {
    return "u2fusion";
  }

  @Override
  public String title() {
    return "U2Fusion";
  }

  @Override
  public String remarks() {
    return "How much each exposure tells is measured in the pictures, halved four times, and not in"
        + " the layers of VGG-16. It learns exposures alone, without the tasks that the authors put"
        + " before and behind; its weights are not clipped. In half of each batch the darker"
        + " exposure comes first.";
  }

  @Override
  public String input() {
    return "luminance in [0,1]";
  }

  @Override
  public Course<?> course(RecipePlan plan, Material material) throws IOException {
    return material.pairs(
        plan,
        LuminanceContent.AIMLESS,
        new Subject(new U2FusionLoss(loss)),
        plan.validation().greatest());
  }

  private record Subject(U2FusionLoss loss) implements PairSubject<U2Fusion> {
    @Override
    public U2Fusion create() {
      return new U2Fusion();
    }

    @Override
    public Tried forward(U2Fusion network, Tensor over, Tensor under, Tensor target) {
      Tensor fused = fused(network, over, under);
      return new Tried(fused, loss.forward(over, under, over, fused));
    }

    private static Tensor fused(U2Fusion network, Tensor over, Tensor under) {
      long half = network.is_training() ? over.size(0) / 2 : 0;
      if (half == 0) {
        return network.forward(over, under);
      }
      long rest = over.size(0) - half;
      Tensor first = Tensors.join(0, over.narrow(0, 0, rest), under.narrow(0, rest, half));
      Tensor second = Tensors.join(0, under.narrow(0, 0, rest), over.narrow(0, rest, half));
      return network.forward(first, second);
    }

    @Override
    public Optimizer optimizer(U2Fusion network, OptimizerPlan plan) {
      return new RmsProp(network, DECAY, MOMENTUM);
    }
  }
}
