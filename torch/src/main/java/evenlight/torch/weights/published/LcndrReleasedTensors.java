package evenlight.torch.weights.published;

import java.util.List;
import java.util.Map;

/**
 * The tensors of the network that LCNDR's authors released, which is not that of their paper:
 * 107,204 numbers and the statistics of its batch norms. It never uses {@code r}.
 */
final class LcndrReleasedTensors {
  private static final int WIDTH = 32;
  private static final int REDUCED = 16;
  private static final int KEYS = 8;

  private LcndrReleasedTensors() {}

  static Map<String, List<Long>> shapes() {
    return new TensorTable()
        .convolution("conv_1", WIDTH, 1, 3)
        .add("m1.se.fc.0.weight", REDUCED, WIDTH)
        .add("m1.se.fc.0.bias", REDUCED)
        .add("m1.se.fc.2.weight", WIDTH, REDUCED)
        .add("m1.se.fc.2.bias", WIDTH)
        .convolution("m1.conv1", 64, WIDTH, 3)
        .convolution("m1.conv2", 96, 64, 3)
        .convolution("m3.conv1", 48, WIDTH + 1, 3)
        .convolution("m3.conv2", WIDTH, 48, 3)
        .batchNorm("m3.bn", 48)
        .batchNorm("m3.bn2", WIDTH)
        .convolution("m3.Cv1", WIDTH, WIDTH, 1)
        .convolution("m3.cv2", KEYS, WIDTH, 1)
        .convolution("m3.cv3", KEYS, WIDTH, 1)
        .convolution("conv_2", 1, 224, 3)
        .batchNorm("bn", 1)
        .add("r.weight", 1)
        .shapes();
  }
}
