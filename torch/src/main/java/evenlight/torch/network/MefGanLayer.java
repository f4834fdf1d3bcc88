package evenlight.torch.network;

import static evenlight.torch.block.Layers.leakyRelu;
import static evenlight.torch.block.Layers.padded;

import evenlight.torch.block.Layers;
import evenlight.torch.block.SpectralConvolution;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * A layer of {@link MefGan}: mirrored borders, a 3×3 convolution, batch norm with TensorFlow's
 * constants (epsilon 1e-3, momentum 0.99), leaky ReLU with slope 0.2.
 */
final class MefGanLayer extends Module {
  static final double SLOPE = 0.2;

  private static final double DEVIATION = 0.5;
  private static final double EPSILON = 1e-3;
  private static final double MOMENTUM = 0.01;

  private final UnaryOperator<Tensor> convolution;
  private final BatchNorm2dImpl bn;

  private MefGanLayer(SpectralConvolution conv, long out) {
    register_module("conv", conv);
    convolution = conv::forward;
    bn = register_module("bn", Layers.batchNorm(out, EPSILON, MOMENTUM));
  }

  private MefGanLayer(Conv2dImpl conv, long out) {
    register_module("conv", conv);
    convolution = conv::forward;
    bn = register_module("bn", Layers.batchNorm(out, EPSILON, MOMENTUM));
  }

  /** A layer without spectral normalisation. */
  static MefGanLayer plain(long in, long out, long stride) {
    Conv2dImpl conv = Layers.strided(in, out, 3, stride, 0);
    try (NoGradGuard noGrad = new NoGradGuard()) {
      conv.weight().copy_(SpectralConvolution.truncatedNormal(DEVIATION, out, in, 3, 3));
      conv.bias().zero_();
    }
    return new MefGanLayer(conv, out);
  }

  /** A layer with spectral normalisation. */
  static MefGanLayer normalised(long in, long out, long stride) {
    return new MefGanLayer(new SpectralConvolution(in, out, 3, stride, DEVIATION), out);
  }

  /** Without activation. */
  Tensor forward(Tensor x) {
    return bn.forward(convolution.apply(padded(x, 1, "reflect")));
  }

  /** With activation. */
  Tensor active(Tensor x) {
    return leakyRelu(forward(x), SLOPE);
  }
}
