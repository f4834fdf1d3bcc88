package evenlight.torch.network;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.block.Layers;
import evenlight.torch.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The network of MEF-Net: Ma, Duanmu, Zhu, Fang, Wang, "Deep Guided Learning for Fast
 * Multi-Exposure Image Fusion", IEEE TIP 29 (2020); https://github.com/makedede/MEFNet.
 *
 * <pre>
 * Y → six 3×3 convolutions with dilation 1, 2, 4, 8, 16, 1, each with adaptive normalisation and
 *     leaky ReLU → 1×1 convolution → weight map
 * </pre>
 *
 * <p>Input: luminance B,1,H,W in [0,1] of small pictures, the exposures of one scene as the batch;
 * no exposure sees another. Output: B,1,H,W, weights of any sign, which {@link FastGuidedFilter}
 * carries to full size. 26,461 parameters. Normalisation takes its statistics from the whole of
 * each picture.
 */
public final class MefNet extends HoldingModule {
  private static final int FEATURES = 24;
  private static final double SLOPE = 0.2;
  private static final long[] DILATIONS = {1, 2, 4, 8, 16, 1};

  private final List<Conv2dImpl> convolutions = new ArrayList<>();
  private final List<AdaptiveNorm> norms = new ArrayList<>();
  private final Conv2dImpl last;

  /** A network with fresh parameters; make it outside any scope. */
  public MefNet() {
    Module lr = group(this, "lr");
    int index = 0;
    for (long dilation : DILATIONS) {
      Conv2dImpl conv = Layers.dilated(index == 0 ? 1 : FEATURES, FEATURES, dilation);
      torch.xavier_uniform_(conv.weight());
      convolutions.add(lr.register_module(Integer.toString(index), conv));
      norms.add(lr.register_module(Integer.toString(index + 1), new AdaptiveNorm(FEATURES)));
      index += 3; // the activation has a number, too
    }
    last = lr.register_module(Integer.toString(index), Layers.unpadded(FEATURES, 1, 1, true));
    torch.xavier_uniform_(last.weight());
  }

  /** From B,1,H,W to B,1,H,W. */
  public Tensor forward(Tensor y) {
    return last.forward(features(y, norms.size()));
  }

  /** What the first layers make, B,24,H,W. */
  Tensor features(Tensor y, int layers) {
    Tensor x = y;
    for (int i = 0; i < layers; i++) {
      Tensor input = x;
      Conv2dImpl conv = convolutions.get(i);
      AdaptiveNorm norm = norms.get(i);
      x =
          TensorScope.keepingResult(
              () -> Layers.leakyRelu(norm.forward(conv.forward(input)), SLOPE));
    }
    return x;
  }

  /** {@code w_0 x + w_1 InstanceNorm(x)}, in the beginning x. */
  private static final class AdaptiveNorm extends HoldingModule {
    private static final double EPSILON = 1e-5;

    private final Tensor asIs = torch.ones(1);
    private final Tensor normalised = torch.zeros(1);
    private final Tensor scale;
    private final Tensor shift;

    AdaptiveNorm(long channels) {
      scale = torch.ones(channels);
      shift = torch.zeros(channels);
      register_parameter("w_0", asIs);
      register_parameter("w_1", normalised);
      Module norm = group(this, "in_norm");
      norm.register_parameter("weight", scale);
      norm.register_parameter("bias", shift);
    }

    Tensor forward(Tensor x) {
      Tensor instanceNorm =
          torch.instance_norm(
              x,
              new TensorOptional(scale),
              new TensorOptional(shift),
              new TensorOptional(),
              new TensorOptional(),
              true,
              0,
              EPSILON,
              false);
      return asIs.mul(x).add(normalised.mul(instanceNorm));
    }
  }
}
