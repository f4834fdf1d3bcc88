package evenlight.torch.weights.published;

import java.util.List;
import java.util.Map;

/**
 * The tensors of PMGI (Zhang et al., AAAI 2020): 42,401 numbers, from TensorFlow. The authors' own
 * test script takes kernels and biases only; the batch norms are there for who wants them.
 */
final class PmgiTensors {
  private static final int WIDTH = 16;
  private static final List<String> PATHS = List.of("", "_vi");

  private PmgiTensors() {}

  static Map<String, List<Long>> shapes() {
    TensorTable table = new TensorTable();
    for (String path : PATHS) {
      add(table, "1", path, 3, 5);
      add(table, "2", path, WIDTH, 3);
      add(table, "2_3", path, 2 * WIDTH, 1);
      add(table, "3", path, 3 * WIDTH, 3);
      add(table, "3_4", path, 2 * WIDTH, 1);
      add(table, "4", path, 4 * WIDTH, 3);
    }
    return table
        .add("fusion_model.layer5.w5", 1, 8 * WIDTH, 1, 1)
        .add("fusion_model.layer5.b5", 1)
        .shapes();
  }

  private static void add(TensorTable table, String layer, String path, int in, int kernel) {
    String scope = "fusion_model.layer" + layer + path;
    table
        .add(scope + ".w" + layer + path, WIDTH, in, kernel, kernel)
        .add(scope + ".b" + layer + path, WIDTH);
    for (String tensor : List.of("beta", "gamma", "moving_mean", "moving_variance")) {
      table.add(scope + ".BatchNorm." + tensor, WIDTH);
    }
  }
}
