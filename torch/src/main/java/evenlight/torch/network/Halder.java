package evenlight.torch.network;

import static evenlight.torch.block.Layers.batchNorm;
import static evenlight.torch.block.Layers.conv;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.block.Tiles;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/**
 * HALDeR: Liu, Shang, Liu, Fan, "HALDeR: Hierarchical attention-guided learning with
 * detail-refinement for multi-exposure image fusion", ICME 2021;
 * https://github.com/JinyuanLiu-CV/HALDeR.
 *
 * <pre>
 * coarse = G_V(under) · under + G_A(over) · over          attention, see {@link HalderAttention}
 * fused  = coarse / (G_H(coarse) + 1e-5)                  G_H: the illumination to take out
 * </pre>
 *
 * <p>Input: two tensors B,3,H,W of RGB in [0,1]. Output: the same shape, not limited. 1,233,295
 * parameters: 208,835 in each of G_V and G_A, 815,625 in G_H, whose {@code bn26} is never used. A
 * pixel sees {@value #REACH} pixels to each side of the coarse picture, and there up to 22 of the
 * exposures. In the files of the authors, G_V is {@code latest_net_G_V.pth} and belongs to the
 * darker exposure.
 */
public final class Halder extends Module {
  private static final long REACH = 7;
  private static final double EPSILON = 1e-5;

  private final HalderAttention underAttention;
  private final HalderAttention overAttention;
  private final Illumination illumination;

  /** A network with fresh parameters; make it outside any scope. */
  public Halder() {
    underAttention = register_module("G_V", new HalderAttention());
    overAttention = register_module("G_A", new HalderAttention());
    illumination = register_module("G_H", new Illumination());
  }

  /** Fuses RGB B,3,H,W in [0,1], the brighter exposure first. */
  public Tensor forward(Tensor over, Tensor under) {
    return forwardTiled(over, under, HalderAttention.wholeSide(over));
  }

  /**
   * The same in memory for a tile; without gradients.
   *
   * @param side the longest side of a tile, a multiple of 4
   */
  public Tensor forwardTiled(Tensor over, Tensor under, long side) {
    PairShapes.check(over, under, 3, 1);
    Tensor coarse = TensorScope.keepingResult(() -> coarse(over, under, side));
    return new Tiles(coarse, side, REACH)
        .map(
            coarse,
            3,
            around -> {
              Tensor part = around.of(coarse);
              return part.div(Tensors.plus(illumination.forward(part), EPSILON));
            });
  }

  Tensor coarse(Tensor over, Tensor under, long side) {
    Tensor coarse = underAttention.forward(under, side).mul(under);
    return coarse.add(overAttention.forward(over, side).mul(over)); // B,3,H,W
  }

  Tensor underAttention(Tensor under) {
    return underAttention.forward(under, HalderAttention.wholeSide(under));
  }

  Tensor illumination(Tensor coarse) {
    return illumination.forward(coarse);
  }

  /** From RGB to the light in which it is seen, in (0,1). */
  private static final class Illumination extends HoldingModule {
    private final Stage stage1;
    private final Stage stage3;
    private final Stage stage4;
    private final Stage stage5;
    private final Stage stage8;
    private final Stage stage9;
    private final Stage stage25;
    private final Conv2dImpl conv26;

    Illumination() {
      stage1 = new Stage(this, 1, 3, 64);
      stage3 = new Stage(this, 3, 64, 128);
      stage4 = new Stage(this, 4, 128, 128);
      stage5 = new Stage(this, 5, 128, 128);
      stage8 = new Stage(this, 8, 128, 128);
      stage9 = new Stage(this, 9, 128, 128);
      stage25 = new Stage(this, 25, 128, 128);
      conv26 = register_module("conv26", conv(128, 3, 1));
      hold(this, "bn26", batchNorm(3));
    }

    Tensor forward(Tensor coarse) {
      Tensor x = stage3.relu(stage1.relu(coarse)); // B,128,H,W
      Tensor y = residual(x, stage4, stage5);
      Tensor z = stage9.relu(stage8.relu(y));
      return conv26.forward(residual(z, stage25)).sigmoid(); // B,3,H,W
    }

    private static Tensor residual(Tensor x, Stage... stages) {
      return TensorScope.keepingResult(
          () -> {
            Tensor y = x;
            for (int i = 0; i < stages.length - 1; i++) {
              y = stages[i].relu(y);
            }
            return stages[stages.length - 1].forward(y).add(x).relu();
          });
    }
  }

  /** A 3×3 convolution and batch norm. */
  private static final class Stage {
    private final Conv2dImpl conv;
    private final BatchNorm2dImpl bn;

    Stage(Module owner, int index, long in, long out) {
      conv = owner.register_module("conv" + index, conv(in, out, 3));
      bn = owner.register_module("bn" + index, batchNorm(out));
    }

    Tensor forward(Tensor x) {
      return bn.forward(conv.forward(x));
    }

    Tensor relu(Tensor x) {
      return TensorScope.keepingResult(() -> forward(x).relu());
    }
  }
}
