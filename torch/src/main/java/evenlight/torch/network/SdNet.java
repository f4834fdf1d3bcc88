package evenlight.torch.network;

import static evenlight.torch.block.Layers.leakyRelu;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.block.NamedConvolution;
import evenlight.torch.block.Tiles;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/**
 * SDNet: Zhang, Ma, "SDNet: A versatile squeeze-and-decomposition network for real-time image
 * fusion", IJCV 129 (2021); https://github.com/HaoZhang1018/SDNet.
 *
 * <pre>
 * each exposure → 5×5, then three 3×3 convolutions on all before them → features of all four layers
 * joined → 1×1 → tanh = fused → (in training) 1×1 → three 3×3 convolutions per exposure → tanh
 * </pre>
 *
 * <p>Input: two luminance tensors B,1,H,W in [-1,1]. Output: the same shape in (-1,1). Zeros lie
 * beyond the border. 67,091 parameters, of which 28,705 fuse. A pixel sees {@value #REACH} pixels
 * to each side. Names are those of the TensorFlow checkpoint, where {@code ir} is the darker
 * exposure and {@code vi} the brighter one.
 */
public final class SdNet extends HoldingModule {
  private static final long REACH = 5;
  private static final double SLOPE = 0.2;
  private static final long FEATURES = 16;
  private static final String UNDER = "ir";
  private static final String OVER = "vi";

  private final Squeeze squeezeUnder;
  private final Squeeze squeezeOver;
  private final NamedConvolution fuse;
  private final NamedConvolution separate;
  private final Decomposition decompositionUnder;
  private final Decomposition decompositionOver;

  /** A network with fresh parameters; make it outside any scope. */
  public SdNet() {
    Module model = group(this, "fusion_model");
    squeezeUnder = new Squeeze(model, UNDER);
    squeezeOver = new Squeeze(model, OVER);
    fuse = layer(model, 5, "fuse", 8 * FEATURES, 1, 1);
    separate = layer(model, 6, "sept", 1, 8 * FEATURES, 1);
    decompositionUnder = new Decomposition(model, UNDER);
    decompositionOver = new Decomposition(model, OVER);
  }

  private static NamedConvolution layer(
      Module model, int index, String branch, long in, long out, long size) {
    String name = index + "_" + branch;
    return model.register_module(
        "layer" + name, new NamedConvolution("w" + name, "b" + name, in, out, size));
  }

  /** Fuses luminance B,1,H,W in [-1,1], the brighter exposure first. */
  public Tensor forward(Tensor over, Tensor under) {
    PairShapes.check(over, under, 1, 1);
    List<Tensor> u = squeezeUnder.forward(under); // B,16,H,W each
    List<Tensor> o = squeezeOver.forward(over);
    Tensor joined =
        Tensors.join(
            1, u.get(0), o.get(0), u.get(1), o.get(1), u.get(2), o.get(2), u.get(3),
            o.get(3)); // B,128,H,W
    return fuse.forward(joined, 0).tanh(); // B,1,H,W
  }

  /**
   * The same in memory for a tile; without gradients.
   *
   * @param side the longest side of a tile
   */
  public Tensor forwardTiled(Tensor over, Tensor under, long side) {
    return new Tiles(over, side, REACH)
        .map(over, 1, around -> forward(around.of(over), around.of(under)));
  }

  /**
   * What a fused picture says of its sources.
   *
   * @param over B,1,H,W in (-1,1)
   * @param under the same shape
   */
  public record Sources(Tensor over, Tensor under) {}

  /** Takes a fused picture B,1,H,W apart again; only training needs that. */
  public Sources decompose(Tensor fused) {
    Tensor separated = leakyRelu(separate.forward(fused, 0), SLOPE); // B,128,H,W
    return new Sources(decompositionOver.forward(separated), decompositionUnder.forward(separated));
  }

  List<Tensor> overFeatures(Tensor over) {
    return squeezeOver.forward(over);
  }

  List<Tensor> underFeatures(Tensor under) {
    return squeezeUnder.forward(under);
  }

  /** The layers that see one exposure. */
  private static final class Squeeze {
    private final NamedConvolution first;
    private final NamedConvolution second;
    private final NamedConvolution third;
    private final NamedConvolution fourth;

    Squeeze(Module model, String branch) {
      first = layer(model, 1, branch, 1, FEATURES, 5);
      second = layer(model, 2, branch, FEATURES, FEATURES, 3);
      third = layer(model, 3, branch, 2 * FEATURES, FEATURES, 3);
      fourth = layer(model, 4, branch, 3 * FEATURES, FEATURES, 3);
    }

    List<Tensor> forward(Tensor exposure) {
      Tensor a = leakyRelu(first.forward(exposure, 2), SLOPE);
      Tensor b = leakyRelu(second.forward(a, 1), SLOPE);
      Tensor c =
          TensorScope.keepingResult(
              () -> leakyRelu(third.forward(Tensors.join(1, a, b), 1), SLOPE));
      Tensor d =
          TensorScope.keepingResult(
              () -> leakyRelu(fourth.forward(Tensors.join(1, a, b, c), 1), SLOPE));
      return List.of(a, b, c, d);
    }
  }

  /** The layers that make one exposure again. */
  private static final class Decomposition {
    private final NamedConvolution seventh;
    private final NamedConvolution eighth;
    private final NamedConvolution ninth;

    Decomposition(Module model, String branch) {
      seventh = layer(model, 7, branch, 8 * FEATURES, FEATURES, 3);
      eighth = layer(model, 8, branch, FEATURES, 4, 3);
      ninth = layer(model, 9, branch, 4, 1, 3);
    }

    Tensor forward(Tensor separated) {
      Tensor x = leakyRelu(seventh.forward(separated, 1), SLOPE);
      return ninth.forward(leakyRelu(eighth.forward(x, 1), SLOPE), 1).tanh();
    }
  }
}
