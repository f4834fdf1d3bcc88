package evenlight.torch.network;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.block.Region;
import evenlight.torch.block.Resampling;
import evenlight.torch.block.Tiles;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * CF-Net: Deng, Zhang, Xu, Gu, Duan, "Deep coupled feedback network for joint exposure fusion and
 * image super-resolution", IEEE TIP 30 (2021); https://github.com/ytZhang99/CF-Net.
 *
 * <pre>
 * each exposure → features → feedback block → three coupled feedback blocks, which also see what the
 *                 other exposure's last block made
 * picture of a block = enlarged exposure + transposed convolution and 3×3 convolution of its result
 * fused = mean of both last pictures
 * </pre>
 *
 * <p>Input: two tensors B,3,H,W of blue, green, red (in this order) in [-1,1]. Output: B,3,s·H,s·W
 * on the same scale, limited to it; s is 2 or 4. 17,048,297 parameters for 2, 28,975,849 for 4.
 * Zeros lie beyond the border. A pixel sees 52 (scale 2) or 28 pixels of the input to each side.
 * The first convolution of the darker exposure has no activation, that of the brighter one has: a
 * slip of the released code that its weights would depend on.
 */
public final class CfNet extends HoldingModule {
  private static final int COUPLED_BLOCKS = 3;

  private final CfNetConfig config;
  private final CfNetBranch overBranch;
  private final CfNetBranch underBranch;

  /** A network with fresh parameters; make it outside any scope. */
  public CfNet(CfNetConfig config) {
    this.config = config;
    overBranch = new CfNetBranch(this, config, CfNetBranch.Side.OVER, COUPLED_BLOCKS);
    underBranch = new CfNetBranch(this, config, CfNetBranch.Side.UNDER, COUPLED_BLOCKS);
  }

  /** What this network was built from. */
  public CfNetConfig config() {
    return config;
  }

  /**
   * The pictures of all blocks.
   *
   * @param over of the brighter exposure, B,3,s·H,s·W in [-1,1], the first block's first
   * @param under of the darker exposure
   */
  public record Stages(List<Tensor> over, List<Tensor> under) {}

  /** The pictures of all blocks; training compares each. */
  public Stages stages(Tensor over, Tensor under) {
    Features features = features(over, under);
    return new Stages(
        pictures(overBranch, features.over(), over),
        pictures(underBranch, features.under(), under));
  }

  /** The pictures of all blocks for exposures that are made smaller first, by the scale. */
  public Stages stagesInSize(Tensor over, Tensor under) {
    return stages(reduced(over), reduced(under));
  }

  private List<Tensor> pictures(CfNetBranch branch, List<Tensor> features, Tensor exposure) {
    List<Tensor> pictures = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      pictures.add(picture(branch, features, i, exposure));
    }
    return pictures;
  }

  /** Fuses pictures B,3,H,W of blue, green, red in [-1,1], the brighter exposure first. */
  public Tensor forward(Tensor over, Tensor under) {
    Features features = features(over, under);
    Tensor o = picture(overBranch, features.over(), COUPLED_BLOCKS, over);
    Tensor u = picture(underBranch, features.under(), COUPLED_BLOCKS, under);
    return Tensors.times(o.add(u), 0.5); // B,3,sH,sW
  }

  /**
   * The same in memory for a tile; without gradients.
   *
   * @param side the longest side of a tile of the input
   */
  public Tensor forwardTiled(Tensor over, Tensor under, long side) {
    PairShapes.check(over, under, 3, 1);
    long scale = config.scale().factor();
    long[] shape = {over.size(0), 3, scale * over.size(2), scale * over.size(3)};
    Tensor fused = torch.zeros(shape, over.options());
    new Tiles(over, side, config.reach())
        .forEach(
            (around, core) -> {
              Tensor tile =
                  TensorScope.keepingResult(() -> forward(around.of(over), around.of(under)));
              Region place = around.times(scale);
              Region part = core.times(scale);
              part.of(place.of(fused)).copy_(part.of(tile));
            });
    return fused;
  }

  /**
   * Fuses pictures that are made smaller first, by {@link Resampling#reduced}, so that the result
   * has their size; odd rows and columns at the end are left out, and what comes before them is
   * repeated there. Without gradients.
   *
   * @param over B,3,H,W of blue, green, red in [-1,1], H and W at least as large as the scale
   * @param side the longest side of a tile of the smaller pictures
   * @return B,3,H,W in [-1,1]
   */
  public Tensor forwardInSize(Tensor over, Tensor under, long side) {
    PairShapes.check(over, under, 3, config.scale().factor());
    Tensor fused = forwardTiled(reduced(over), reduced(under), side);
    long bottom = over.size(2) - fused.size(2);
    long right = over.size(3) - fused.size(3);
    return torch.pad(fused, new long[] {0, right, 0, bottom}, "replicate", new DoubleOptional());
  }

  private Tensor reduced(Tensor exposure) {
    long factor = config.scale().factor();
    long height = exposure.size(2) / factor * factor;
    long width = exposure.size(3) / factor * factor;
    return TensorScope.keepingResult(
        () -> Resampling.reduced(exposure.narrow(2, 0, height).narrow(3, 0, width), factor));
  }

  /** What the blocks of both branches make, B,F,H,W each. */
  private record Features(List<Tensor> over, List<Tensor> under) {}

  private Features features(Tensor over, Tensor under) {
    PairShapes.check(over, under, 3, 1);
    Tensor inOver = overBranch.shallow(over); // B,F,H,W
    Tensor inUnder = underBranch.shallow(under);
    List<Tensor> ofOver = new ArrayList<>(List.of(overBranch.first(inOver)));
    List<Tensor> ofUnder = new ArrayList<>(List.of(underBranch.first(inUnder)));
    for (int i = 0; i < COUPLED_BLOCKS; i++) {
      ofOver.add(overBranch.coupled(i, inOver, ofOver.get(i), ofUnder.get(i)));
      ofUnder.add(underBranch.coupled(i, inUnder, ofUnder.get(i), ofOver.get(i)));
    }
    return new Features(ofOver, ofUnder);
  }

  private Tensor picture(CfNetBranch branch, List<Tensor> features, int block, Tensor exposure) {
    return TensorScope.keepingResult(
        () -> {
          long scale = config.scale().factor();
          long[] size = {scale * exposure.size(2), scale * exposure.size(3)};
          Tensor enlarged = torch.upsample_bilinear2d(exposure, size, false); // B,3,sH,sW
          Tensor detail = branch.picture(block, features.get(block));
          ScalarOptional least = new ScalarOptional(new Scalar(-1.0));
          return enlarged.add(detail).clamp(least, new ScalarOptional(new Scalar(1.0)));
        });
  }
}
