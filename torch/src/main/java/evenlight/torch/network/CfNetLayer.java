package evenlight.torch.network;

import static evenlight.torch.block.Layers.conv;

import evenlight.torch.tensor.TensorScope;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.ConvTranspose2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.PReLUImpl;
import org.bytedeco.pytorch.PReLUOptions;
import org.bytedeco.pytorch.Tensor;

/** A convolution of {@link CfNet} with a PReLU of one parameter, 0.2 at first. */
final class CfNetLayer extends Module {
  private static final double SLOPE = 0.2;

  private final UnaryOperator<Tensor> convolution;
  private final PReLUImpl activation;

  private CfNetLayer(UnaryOperator<Tensor> convolution) {
    this.convolution = convolution;
    PReLUOptions options = new PReLUOptions();
    options.init().put(SLOPE);
    activation = register_module("1", new PReLUImpl(options));
  }

  /** A convolution that keeps the size. */
  static CfNetLayer of(Conv2dImpl conv) {
    CfNetLayer layer = new CfNetLayer(conv::forward);
    layer.register_module("0", conv);
    return layer;
  }

  static CfNetLayer pointwise(long in, long out) {
    return of(conv(in, out, 1));
  }

  /** From the size of the input to that of the result. */
  static CfNetLayer up(CfNetConfig config) {
    ConvTranspose2dImpl conv = config.scale().up(config.features());
    CfNetLayer layer = new CfNetLayer(conv::forward);
    layer.register_module("0", conv);
    return layer;
  }

  /** From the size of the result to that of the input. */
  static CfNetLayer down(CfNetConfig config) {
    return of(config.scale().down(config.features()));
  }

  Tensor forward(Tensor x) {
    return TensorScope.keepingResult(() -> activation.forward(convolution.apply(x)));
  }
}
