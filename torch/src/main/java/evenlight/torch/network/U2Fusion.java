package evenlight.torch.network;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.block.Layers;
import evenlight.torch.block.NamedConvolution;
import evenlight.torch.block.Tiles;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/**
 * U2Fusion: Xu, Ma, Jiang, Guo, Ling, "U2Fusion: A unified unsupervised image fusion network", IEEE
 * TPAMI 44(1), 2022; https://github.com/hanna-xu/U2Fusion.
 *
 * <pre>
 * both pictures → 3×3 convolution → five densely connected 3×3 convolutions of 44 channels
 *               → 3×3 convolutions to 128, 64, 32, 1 channels → tanh / 2 + 0.5
 * </pre>
 *
 * <p>Input: two luminance tensors B,1,H,W in [0,1], H and W at least 2, whose order matters.
 * Output: B,1,H,W in (0,1). Borders are mirrored before every convolution; leaky ReLU 0.2. Of
 * joined features the newest come first. 659,217 parameters, with the names of the TensorFlow
 * checkpoint. A pixel sees {@value #REACH} pixels to each side.
 */
public final class U2Fusion extends HoldingModule {
  /** The least height and width. */
  public static final int MIN_SIZE = 2;

  private static final long REACH = 10;
  private static final long FEATURES = 44;
  private static final int BLOCKS = 5;
  private static final long[] DECODER = {FEATURES * (BLOCKS + 1), 128, 64, 32, 1};
  private static final double SLOPE = 0.2;

  private final NamedConvolution first;
  private final List<NamedConvolution> dense = new ArrayList<>();
  private final List<NamedConvolution> decoding = new ArrayList<>();

  /** A network with fresh parameters; make it outside any scope. */
  public U2Fusion() {
    Module encoder = part("Generator", "encoder");
    first = encoder.register_module("conv1_1", conv(2, FEATURES));
    for (int i = 1; i <= BLOCKS; i++) {
      dense.add(encoder.register_module("dense_block_conv" + i, conv(i * FEATURES, FEATURES)));
    }
    Module decoder = part("Generator_1", "decoder");
    for (int i = 1; i < DECODER.length; i++) {
      decoding.add(decoder.register_module("conv2_" + i, conv(DECODER[i - 1], DECODER[i])));
    }
  }

  private Module part(String scope, String name) {
    return group(group(this, scope), name);
  }

  private static NamedConvolution conv(long in, long out) {
    return new NamedConvolution("kernel", "bias", in, out, 3);
  }

  /**
   * Fuses two luminances B,1,H,W to B,1,H,W.
   *
   * @throws IllegalArgumentException if the shapes differ or are too small
   */
  public Tensor forward(Tensor source1, Tensor source2) {
    PairShapes.check(source1, source2, 1, MIN_SIZE);
    Tensor encoded = TensorScope.keepingResult(() -> encoded(source1, source2, BLOCKS));
    Tensor decoded = TensorScope.keepingResult(() -> decoded(encoded, decoding.size() - 1));
    Tensor last = convolved(decoding.get(decoding.size() - 1), decoded); // B,1,H,W
    return Tensors.plus(Tensors.times(last.tanh(), 0.5), 0.5);
  }

  /**
   * The same in memory for a tile; without gradients.
   *
   * @param side the longest side of a tile
   */
  public Tensor forwardTiled(Tensor source1, Tensor source2, long side) {
    PairShapes.check(source1, source2, 1, MIN_SIZE);
    return new Tiles(source1, side, REACH)
        .map(source1, 1, around -> forward(around.of(source1), around.of(source2)));
  }

  /** What some dense blocks make, B,44·(blocks+1),H,W. */
  Tensor encoded(Tensor source1, Tensor source2, int blocks) {
    Tensor x = activated(first, Tensors.join(1, source1, source2)); // B,44,H,W
    for (NamedConvolution block : dense.subList(0, blocks)) {
      Tensor old = x;
      x = TensorScope.keepingResult(() -> Tensors.join(1, activated(block, old), old));
    }
    return x;
  }

  /** What some layers of the decoder make. */
  Tensor decoded(Tensor encoded, int layers) {
    Tensor x = encoded;
    for (NamedConvolution layer : decoding.subList(0, layers)) {
      Tensor input = x;
      x = TensorScope.keepingResult(() -> activated(layer, input));
    }
    return x;
  }

  private static Tensor activated(NamedConvolution layer, Tensor x) {
    return Layers.leakyRelu(convolved(layer, x), SLOPE);
  }

  private static Tensor convolved(NamedConvolution layer, Tensor x) {
    return layer.forward(Layers.padded(x, 1, "reflect"), 0);
  }
}
