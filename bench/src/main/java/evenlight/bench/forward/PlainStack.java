package evenlight.bench.forward;

import evenlight.torch.block.Layers;
import evenlight.torch.network.Lcndr;
import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.TensorScope;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** 3×3 convolutions one after the other, with nothing between, of a network's width. */
final class PlainStack {
  private static final double WINDOW = 9;

  private final int width;
  private final List<Conv2dImpl> layers;

  /** As many layers as come closest to the multiplications of a network. */
  PlainStack(Lcndr network) {
    width = network.config().width();
    long count = Math.round(multiplications(network) / (WINDOW * width * width));
    layers = IntStream.range(0, (int) count).mapToObj(i -> Layers.conv(width, width, 3)).toList();
  }

  /** Multiplications for each pixel. */
  double multiplications() {
    return layers.size() * WINDOW * width * width;
  }

  /** Those of a network on both exposures, without what it does once for rows, columns and grid. */
  static double multiplications(Lcndr network) {
    double sum = 0;
    try (TensorScope scope = new TensorScope()) {
      for (Map.Entry<String, Tensor> parameter : Parameters.trainable(network).entrySet()) {
        if (parameter.getValue().dim() == 4) {
          sum += parameter.getValue().numel() * places(parameter.getKey());
        }
      }
    }
    return 2 * sum;
  }

  /** For how large a part of the pixels a layer is computed. */
  private static double places(String name) {
    if (name.contains("deep1")) {
      return 1.0 / 16;
    }
    if (name.contains("sam.conv2")) {
      return 1.0 / 4;
    }
    boolean once = name.matches(".*(\\.ca\\d|query|key|value)\\..*");
    return once ? 0 : 1;
  }

  /** Runs a picture of random features through. */
  void forward(int side) {
    Tensor picture = torch.rand(1, width, side, side);
    forward(picture, 0);
  }

  private Tensor forward(Tensor x, int layer) {
    return layer == layers.size()
        ? x
        : forward(TensorScope.keepingResult(() -> layers.get(layer).forward(x)), layer + 1);
  }
}
