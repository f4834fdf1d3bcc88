package evenlight.torch.weights.published;

import java.util.List;
import java.util.Map;

/** The tensors of IFCNN (Zhang et al., Information Fusion 2020), of ResNet's first layer, too. */
final class IfcnnTensors {
  private static final int WIDTH = 64;

  private IfcnnTensors() {}

  static Map<String, List<Long>> shapes() {
    return new TensorTable()
        .add("conv1.weight", WIDTH, 3, 7, 7)
        .add("conv2.conv.weight", WIDTH, WIDTH, 3, 3)
        .batchNorm("conv2.bn", WIDTH)
        .add("conv3.conv.weight", WIDTH, WIDTH, 3, 3)
        .batchNorm("conv3.bn", WIDTH)
        .convolution("conv4", 3, WIDTH, 1)
        .shapes();
  }
}
