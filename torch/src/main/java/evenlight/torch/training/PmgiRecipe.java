package evenlight.torch.training;

import evenlight.torch.loss.PmgiLoss;
import evenlight.torch.network.Pmgi;
import evenlight.torch.training.data.LuminanceContent;
import java.io.IOException;
import org.bytedeco.pytorch.Tensor;

/**
 * PMGI, as Zhang et al., AAAI 2020 train it.
 *
 * @param loss its weights
 */
record PmgiRecipe(PmgiLoss.Config loss) implements Recipe {
  @Override
  public String method() {
    return "pmgi";
  }

  @Override
  public String title() {
    return "PMGI";
  }

  @Override
  public String remarks() {
    return "The loss is the paper's. Features are normalised by the statistics of their batch, with"
        + " scale 1 and shift 0, which is what the authors' test program does: theirs were learned"
        + " and then not used. Patches are drawn at random where the authors cut a grid.";
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
        new Subject(new PmgiLoss(loss)),
        plan.validation().greatest());
  }

  private record Subject(PmgiLoss loss) implements PairSubject<Pmgi> {
    @Override
    public Pmgi create() {
      return new Pmgi(Pmgi.Normalisation.IMAGE);
    }

    @Override
    public Tried forward(Pmgi network, Tensor over, Tensor under, Tensor target) {
      Tensor o = SignedLuminance.of(over);
      Tensor u = SignedLuminance.of(under);
      Tensor fused = network.forward(u, o);
      return new Tried(SignedLuminance.unit(fused), loss.forward(o, u, o, fused));
    }
  }
}
