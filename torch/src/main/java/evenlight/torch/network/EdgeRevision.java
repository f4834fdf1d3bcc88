package evenlight.torch.network;

import static evenlight.torch.block.Layers.conv;
import static evenlight.torch.block.Layers.leakyRelu;

import evenlight.torch.network.LcndrConfig.FilterPlace;
import evenlight.torch.network.LcndrConfig.Revision;
import evenlight.torch.tensor.FullPrecision;
import evenlight.torch.tensor.TensorScope;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/** ERM, eq. (4) and (5): a spatial gradient filter and two convolutions, to one channel. */
final class EdgeRevision extends Module {
  private final LcndrConfig config;
  private final Conv2dImpl conv1;
  private final Conv2dImpl conv2;

  EdgeRevision(LcndrConfig config, int channels) {
    this.config = config;
    conv1 = register_module("conv1", conv(channels, config.width(), 3));
    conv2 = register_module("conv2", conv(config.width(), 1, 3));
  }

  Tensor forward(Tensor features) {
    boolean before = config.filterPlace() == FilterPlace.BEFORE_REDUCTION;
    Tensor reduced =
        TensorScope.keepingResult(
            () -> leakyRelu(conv1.forward(before ? revised(features) : features))); // B,c,H,W
    Tensor mask = before ? reduced : revised(reduced);
    try (FullPrecision exact = new FullPrecision(mask)) {
      return conv2.forward(FullPrecision.of(mask)); // B,1,H,W
    }
  }

  private Tensor revised(Tensor x) {
    if (!config.edgeRevision()) {
      return x;
    }
    Tensor edges = TensorScope.keepingResult(() -> GradientFilter.apply(x, config.filter()));
    return config.revision() == Revision.EDGES_ONLY ? edges : x.add(edges);
  }
}
