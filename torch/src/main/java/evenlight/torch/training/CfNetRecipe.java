package evenlight.torch.training;

import evenlight.json.JsonRecords;
import evenlight.torch.loss.CfNetLoss;
import evenlight.torch.network.CfNet;
import evenlight.torch.network.CfNetConfig;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.training.data.ColourContent;
import evenlight.torch.training.plan.PatchPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * CF-Net, as Deng et al., IEEE TIP 30 (2021) train it: colours of exposures that were made smaller,
 * fused and enlarged, every block's picture compared.
 *
 * @param network its size; the file of its weights tells it
 */
record CfNetRecipe(CfNetConfig network) implements Recipe {
  @Override
  public String method() {
    return "cf-net";
  }

  @Override
  public String title() {
    return "CF-Net";
  }

  @Override
  public String remarks() {
    return "The loss is the paper's. Exposures are made smaller by the filter that fusion makes"
        + " them smaller by. "
        + ColourContent.REMARK;
  }

  @Override
  public String input() {
    return ColourContent.NAME;
  }

  @Override
  public Map<String, String> metadata() {
    return Map.of(CfNetConfig.KEY, JsonRecords.write(network));
  }

  @Override
  public void requireSuitable(PatchPlan patches) {
    if (patches.size() % network.scale().factor() != 0) {
      throw new IllegalArgumentException(
          "patches.size of a training plan for CF-Net must be a multiple of its scale %d, but is %d"
              .formatted(network.scale().factor(), patches.size()));
    }
  }

  @Override
  public Course<?> course(RecipePlan plan, Material material) throws IOException {
    return material.pairs(
        plan, new ColourContent(), new Subject(network), plan.validation().greatest());
  }

  private record Subject(CfNetConfig config) implements PairSubject<CfNet> {
    @Override
    public CfNet create() {
      return new CfNet(config);
    }

    @Override
    public int multiple() {
      return Math.toIntExact(config.scale().factor());
    }

    @Override
    public Tried forward(CfNet network, Tensor over, Tensor under, Tensor target) {
      Tensor o = signed(over);
      Tensor u = signed(under);
      CfNet.Stages stages = network.stagesInSize(o, u);
      Tensor loss = new CfNetLoss().forward(stages.over(), stages.under(), o, u, signed(target));
      Tensor sum = last(stages.over()).add(last(stages.under())); // B,3,H,W in [-2,2]
      return new Tried(Tensors.plus(Tensors.times(sum.flip(1), 0.25), 0.5), loss);
    }

    private static Tensor last(List<Tensor> pictures) {
      return pictures.get(pictures.size() - 1);
    }

    /** From RGB in [0,1] to blue, green, red in [-1,1]. */
    private static Tensor signed(Tensor rgb) {
      return Tensors.plus(Tensors.times(rgb.flip(1), 2), -1);
    }
  }
}
