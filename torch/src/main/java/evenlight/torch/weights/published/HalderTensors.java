package evenlight.torch.weights.published;

import java.util.List;
import java.util.Map;

/**
 * The tensors of HALDeR (Liu et al., ICME 2021), which come in three files: two attention nets of
 * 208,835 numbers and one for details of 815,625 and the statistics of its batch norms.
 */
final class HalderTensors {
  private static final int WIDTH = 64;
  private static final int WIDE = 128;

  private HalderTensors() {}

  /** Of {@code G_A}, which sees the over-exposed picture, and {@code G_V}, the under-exposed. */
  static Map<String, List<Long>> attention() {
    return new TensorTable()
        .convolution("fe1", WIDTH, 3, 3)
        .convolution("fe2", WIDTH, WIDTH, 3)
        .convolution("sAtt_1", WIDTH, WIDTH, 1)
        .convolution("sAtt_2", WIDTH, WIDE, 1)
        .convolution("sAtt_3", WIDTH, WIDTH, 3)
        .convolution("sAtt_4", WIDTH, WIDTH, 1)
        .convolution("sAtt_5", 3, WIDTH, 3)
        .convolution("sAtt_L1", WIDTH, WIDTH, 1)
        .convolution("sAtt_L2", WIDTH, WIDE, 3)
        .convolution("sAtt_L3", WIDTH, WIDTH, 3)
        .shapes();
  }

  /** Of {@code G_H}; the network never uses its last batch norm. */
  static Map<String, List<Long>> details() {
    TensorTable table = new TensorTable();
    table.convolution("conv1", WIDTH, 3, 3).batchNorm("bn1", WIDTH);
    table.convolution("conv3", WIDE, WIDTH, 3).batchNorm("bn3", WIDE);
    for (int layer : new int[] {4, 5, 8, 9, 25}) {
      table.convolution("conv" + layer, WIDE, WIDE, 3).batchNorm("bn" + layer, WIDE);
    }
    return table.convolution("conv26", 3, WIDE, 1).batchNorm("bn26", 3).shapes();
  }
}
