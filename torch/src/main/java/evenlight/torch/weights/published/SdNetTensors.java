package evenlight.torch.weights.published;

import java.util.List;
import java.util.Map;

/**
 * The tensors of SDNet (Zhang and Ma, IJCV 2021): 67,091 numbers, from TensorFlow. 28,705 of them,
 * layers 1 to 5, fuse; the others take the fused picture apart again while training.
 */
final class SdNetTensors {
  private static final int WIDTH = 16;
  private static final int JOINED = 8 * WIDTH;
  private static final List<String> BRANCHES = List.of("_ir", "_vi");

  private SdNetTensors() {}

  static Map<String, List<Long>> shapes() {
    TensorTable table = new TensorTable();
    for (String branch : BRANCHES) {
      add(table, "1" + branch, WIDTH, 1, 5);
      add(table, "2" + branch, WIDTH, WIDTH, 3);
      add(table, "3" + branch, WIDTH, 2 * WIDTH, 3);
      add(table, "4" + branch, WIDTH, 3 * WIDTH, 3);
    }
    add(table, "5_fuse", 1, JOINED, 1);
    add(table, "6_sept", JOINED, 1, 1);
    for (String branch : BRANCHES) {
      add(table, "7" + branch, WIDTH, JOINED, 3);
      add(table, "8" + branch, 4, WIDTH, 3);
      add(table, "9" + branch, 1, 4, 3);
    }
    return table.shapes();
  }

  private static void add(TensorTable table, String layer, int out, int in, int kernel) {
    String scope = "fusion_model.layer" + layer;
    table.add(scope + ".w" + layer, out, in, kernel, kernel).add(scope + ".b" + layer, out);
  }
}
