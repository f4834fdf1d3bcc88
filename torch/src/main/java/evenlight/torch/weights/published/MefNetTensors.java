package evenlight.torch.weights.published;

import java.util.List;
import java.util.Map;

/** The tensors of MEF-Net (Ma et al., TIP 2020): 26,461 numbers in one state dict. */
final class MefNetTensors {
  private static final int WIDTH = 24;

  /** Each layer takes three places: convolution, adaptive norm, activation. */
  private static final int STEP = 3;

  private static final int NORMED_LAYERS = 6;

  private MefNetTensors() {}

  static Map<String, List<Long>> shapes() {
    TensorTable table = new TensorTable();
    for (int layer = 0; layer < NORMED_LAYERS; layer++) {
      int index = STEP * layer;
      String norm = "lr.%d.".formatted(index + 1);
      table
          .add("lr.%d.weight".formatted(index), WIDTH, layer == 0 ? 1 : WIDTH, 3, 3)
          .add(norm + "w_0", 1)
          .add(norm + "w_1", 1)
          .add(norm + "in_norm.weight", WIDTH)
          .add(norm + "in_norm.bias", WIDTH);
    }
    return table.convolution("lr.%d".formatted(STEP * NORMED_LAYERS), 1, WIDTH, 1).shapes();
  }
}
