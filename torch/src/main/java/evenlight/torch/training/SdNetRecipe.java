package evenlight.torch.training;

import evenlight.torch.loss.SdNetLoss;
import evenlight.torch.network.SdNet;
import evenlight.torch.training.PairSubject.Tried;
import evenlight.torch.training.data.LuminanceContent;
import java.io.IOException;
import org.bytedeco.pytorch.Tensor;

/**
 * SDNet, as Zhang, Ma, IJCV 129 (2021) train it: luminance fused and taken apart again.
 *
 * @param gradientWeight of the loss, 50 in the paper
 */
record SdNetRecipe(double gradientWeight) implements Recipe {
  /** Checks the weight. */
  SdNetRecipe {
    new SdNetLoss(gradientWeight);
  }

  @Override
  public String method() {
    return "sd-net";
  }

  @Override
  public String title() {
    return "SDNet";
  }

  @Override
  public String remarks() {
    return "The loss is the paper's; patches are drawn at random where the authors cut a grid.";
  }

  @Override
  public String input() {
    return SignedLuminance.NAME;
  }

  @Override
  public Course<?> course(RecipePlan plan, Material material) throws IOException {
    return material.pairs(
        plan,
        LuminanceContent.AIMLESS,
        new Subject(new SdNetLoss(gradientWeight)),
        plan.validation().greatest());
  }

  private record Subject(SdNetLoss loss) implements PairSubject<SdNet> {
    @Override
    public SdNet create() {
      return new SdNet();
    }

    @Override
    public Tried forward(SdNet network, Tensor over, Tensor under, Tensor target) {
      Tensor o = SignedLuminance.of(over);
      Tensor u = SignedLuminance.of(under);
      Tensor fused = network.forward(o, u);
      SdNet.Sources apart = network.decompose(fused);
      return new Tried(
          SignedLuminance.unit(fused), loss.forward(o, u, fused, apart.over(), apart.under()));
    }
  }
}
