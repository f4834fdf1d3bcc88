package evenlight.torch.network;

import static evenlight.torch.network.MefGanLayer.normalised;
import static evenlight.torch.network.MefGanLayer.plain;

import evenlight.torch.block.Resampling;
import evenlight.torch.block.Tiles;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/**
 * The generator of MEF-GAN: Xu, Ma, Zhang, "MEF-GAN: Multi-exposure image fusion via generative
 * adversarial networks", IEEE TIP 29 (2020); https://github.com/hanna-xu/MEF-GAN.
 *
 * <pre>
 * joined exposures → { five dense 3×3 convolutions; attention at 1/8 of the size, see {@link
 *                    MefGanAttention} } → joined → three 3×3 convolutions → (tanh + 1) / 2
 * </pre>
 *
 * <p>Input: two tensors B,3,H,W of RGB in [0,1], H and W multiples of {@value #MULTIPLE}. Output:
 * the same shape in (0,1). 487,582 parameters. Borders are mirrored before every convolution, all
 * of which but the first and last of a chain are {@link
 * evenlight.torch.block.SpectralConvolution}s. Attention sees the whole picture; beyond it a pixel
 * sees {@value #REACH} pixels to each side.
 *
 * <p>The authors' weights are not public: whoever uses this network trains it. The names of its
 * parameters are ours.
 */
public final class MefGan extends Module {
  /** What height and width must be multiples of. */
  public static final int MULTIPLE = 8;

  private static final long REACH = 8;
  private static final long GROWTH = 40;
  private static final int DENSE_LAYERS = 5;

  private final List<MefGanLayer> local = new ArrayList<>();
  private final MefGanAttention attention;
  private final MefGanLayer merge1;
  private final MefGanLayer merge2;
  private final MefGanLayer merge3;

  /** A network with fresh parameters; make it outside any scope. */
  public MefGan() {
    local.add(register_module("local1", plain(6, GROWTH, 1)));
    for (int i = 1; i < DENSE_LAYERS; i++) {
      local.add(register_module("local" + (i + 1), normalised(i * GROWTH, GROWTH, 1)));
    }
    attention = register_module("attention", new MefGanAttention());
    long joined = DENSE_LAYERS * GROWTH + MefGanAttention.CHANNELS;
    merge1 = register_module("merge1", normalised(joined, 128, 1));
    merge2 = register_module("merge2", normalised(128, 64, 1));
    merge3 = register_module("merge3", plain(64, 3, 1));
  }

  /**
   * Fuses RGB B,3,H,W in [0,1], the brighter exposure first.
   *
   * @throws IllegalArgumentException if the shapes differ or are no multiples of {@value #MULTIPLE}
   */
  public Tensor forward(Tensor over, Tensor under) {
    requireShapes(over, under);
    Tensor both = Tensors.join(1, over, under); // B,6,H,W
    Tensor context = TensorScope.keepingResult(() -> attention.forward(both)); // B,16,H/2,W/2
    return merged(both, Resampling.doubled(context));
  }

  /**
   * The same in memory for a tile and for what attention holds; without gradients.
   *
   * @param side the longest side of a tile
   */
  public Tensor forwardTiled(Tensor over, Tensor under, long side) {
    requireShapes(over, under);
    Tensor both = Tensors.join(1, over, under);
    Tensor context = TensorScope.keepingResult(() -> attention.forward(both));
    return new Tiles(both, side, REACH)
        .map(
            both,
            3,
            around ->
                merged(
                    around.of(both),
                    Resampling.nearest(context, around, both.size(2), both.size(3))));
  }

  private Tensor merged(Tensor both, Tensor context) {
    Tensor features = TensorScope.keepingResult(() -> localFeatures(both)); // B,200,H,W
    Tensor first =
        TensorScope.keepingResult(
            () -> merge1.active(Tensors.join(1, features, context))); // B,128,H,W
    Tensor second = TensorScope.keepingResult(() -> merge2.active(first)); // B,64,H,W
    Tensor last = merge3.forward(second).tanh(); // B,3,H,W
    return Tensors.plus(Tensors.times(last, 0.5), 0.5);
  }

  private Tensor localFeatures(Tensor both) {
    List<Tensor> outputs = new ArrayList<>();
    Tensor input = both;
    for (MefGanLayer layer : local) {
      Tensor seen = input;
      outputs.add(TensorScope.keepingResult(() -> layer.active(seen)));
      input = Tensors.join(1, outputs.toArray(Tensor[]::new));
    }
    return input;
  }

  private static void requireShapes(Tensor over, Tensor under) {
    PairShapes.check(over, under, 3, MULTIPLE);
    if (over.size(2) % MULTIPLE != 0 || over.size(3) % MULTIPLE != 0) {
      throw new IllegalArgumentException(
          "exposures must have a height and width in multiples of %d, but are %d×%d"
              .formatted(MULTIPLE, over.size(2), over.size(3)));
    }
  }
}
