package evenlight.torch.network;

import evenlight.torch.network.LcndrBranch.Overview;
import evenlight.torch.network.LcndrConfig.Masks;
import evenlight.torch.network.LcndrConfig.Range;
import evenlight.torch.network.LcndrConfig.TradeOff;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/**
 * LCNDR: Li, Liu, Zhou, Zhang, Kasabov, "Learning a Coordinated Network for Detail-refinement
 * Multi-exposure Image Fusion", IEEE T-CSVT 2022. Fuses the luminance of an over- and an
 * under-exposed picture.
 *
 * <pre>
 * exposure → stem → { CEM, SAM(with the other exposure) } → joined → ERM → mask
 * fused = mask_over · over + (mask_under + under)
 * </pre>
 *
 * <p>With a {@code reduction} all this happens on exposures that many times smaller, and {@link
 * LocalLinearModel} carries the fused luminance to full size.
 *
 * <p>Input: two luminance tensors B,1,H,W in [0,1], H and W at least 16, any parity. Output:
 * B,1,H,W on the same scale, not clamped. With the configuration of the paper it has 156,089
 * parameters. In evaluation mode a batch gives the same as its images one by one.
 *
 * <p>The code that the authors published is another, unfinished network, and no weights exist for
 * this one; where the text is silent or contradicts itself the choice is a value of {@link
 * LcndrConfig}. Deviations from the text: the under- and over-exposed branch share their
 * parameters; SAM also receives the luminance of the other exposure, without which the branches
 * would not know of each other; attention works on at most {@code attentionGrid}² positions; it is
 * the attended features, not those before pooling, that are enlarged in eq. (3), the only way that
 * the sizes agree.
 */
public final class Lcndr extends Module {
  /** The least height and width. */
  public static final int MIN_SIZE = 16;

  /** Pictures in tiles need sides in multiples of this: there are two poolings by 2. */
  public static final int STEP = 4;

  private final LcndrConfig config;
  private final LcndrBranch overBranch;
  private final LcndrBranch underBranch;

  /** A network with fresh parameters; make it outside any scope. */
  public Lcndr(LcndrConfig config) {
    this.config = config;
    if (config.sharedBranches()) {
      overBranch = register_module("branch", new LcndrBranch(config));
      underBranch = overBranch;
    } else {
      overBranch = register_module("over", new LcndrBranch(config));
      underBranch = register_module("under", new LcndrBranch(config));
    }
  }

  /** What this network was built from. */
  public LcndrConfig config() {
    return config;
  }

  /**
   * Fuses luminance.
   *
   * @param over the brighter exposure, B,1,H,W in [0,1]
   * @param under the darker exposure, the same shape
   * @return B,1,H,W, around [0,1]; whoever shows it clamps it
   * @throws IllegalArgumentException if the shapes differ or are too small
   */
  public Tensor forward(Tensor over, Tensor under) {
    PairShapes.check(over, under, 1, MIN_SIZE);
    long reduction = reduction(Math.min(over.size(2), over.size(3)));
    return reduction == 1
        ? fused(over, under)
        : LocalLinearModel.fuse(over, under, reduction, this::fused);
  }

  /**
   * Fuses luminance in the size that the modules see, whatever the reduction of the configuration,
   * in memory that does not grow with the size; without gradients.
   *
   * @param over the brighter exposure, B,1,H,W in [0,1]; beyond one tile, H and W must be multiples
   *     of 4
   * @param under the darker exposure, the same shape
   * @param side the longest side of a tile, a multiple of 4
   * @return B,1,H,W, around [0,1]; within 1e-4 of the same without tiles
   * @throws IllegalArgumentException if the shapes differ or are not possible
   */
  public Tensor forwardTiled(Tensor over, Tensor under, long side) {
    PairShapes.check(over, under, 1, MIN_SIZE);
    if (Math.max(over.size(2), over.size(3)) <= side) {
      return fused(over, under);
    }
    LcndrTiles tiles = new LcndrTiles(over, side);
    Tensor o = toNetworkRange(over);
    Tensor u = toNetworkRange(under);
    Overview ofOver = tiles.overview(overBranch, o, u);
    Overview ofUnder = tiles.overview(underBranch, u, o);
    return fromNetworkRange(
        tiles.fuse(
            o,
            u,
            (partOver, partUnder, place) ->
                traded(
                    TensorScope.keepingResult(
                        () -> overBranch.forward(partOver, partUnder, ofOver, place)),
                    partOver,
                    TensorScope.keepingResult(
                        () -> underBranch.forward(partUnder, partOver, ofUnder, place)),
                    partUnder)));
  }

  /** That of the configuration, or less, so that what the modules see is large enough. */
  private long reduction(long side) {
    return Math.max(1, Math.min(config.reduction(), side / MIN_SIZE));
  }

  private Tensor fused(Tensor over, Tensor under) {
    Tensor o = toNetworkRange(over);
    Tensor u = toNetworkRange(under);
    Tensor[] masks = masks(o, u);
    return fromNetworkRange(traded(masks[0], o, masks[1], u));
  }

  private Tensor traded(Tensor overMask, Tensor over, Tensor underMask, Tensor under) {
    TradeOff tradeOff = config.tradeOff();
    boolean multiplyOver =
        tradeOff == TradeOff.MULTIPLY_ADD || tradeOff == TradeOff.MULTIPLY_MULTIPLY;
    boolean multiplyUnder =
        tradeOff == TradeOff.ADD_MULTIPLY || tradeOff == TradeOff.MULTIPLY_MULTIPLY;
    return apply(overMask, over, multiplyOver).add(apply(underMask, under, multiplyUnder));
  }

  /**
   * The masks of both branches, B,1,H,W each. While shared branches train, both exposures go
   * through as one batch, so that batch norm sees the statistics that it will use afterwards;
   * otherwise one after the other, in half the memory.
   */
  private Tensor[] masks(Tensor over, Tensor under) {
    if (config.sharedBranches() && is_training()) {
      long batch = over.size(0);
      Tensor both = overBranch.forward(Tensors.join(0, over, under), Tensors.join(0, under, over));
      return new Tensor[] {both.narrow(0, 0, batch), both.narrow(0, batch, batch)};
    }
    return new Tensor[] {
      TensorScope.keepingResult(() -> overBranch.forward(over, under)),
      TensorScope.keepingResult(() -> underBranch.forward(under, over))
    };
  }

  private Tensor apply(Tensor mask, Tensor exposure, boolean multiply) {
    if (multiply) {
      return mask.sigmoid().mul(exposure);
    }
    Tensor summand = config.masks() == Masks.SIGNED ? mask.tanh() : mask.sigmoid();
    return summand.add(exposure);
  }

  private Tensor toNetworkRange(Tensor y) {
    return config.range() == Range.UNIT ? y : Tensors.plus(Tensors.times(y, 2), -1);
  }

  private Tensor fromNetworkRange(Tensor y) {
    return config.range() == Range.UNIT ? y : Tensors.plus(Tensors.times(y, 0.5), 0.5);
  }
}
