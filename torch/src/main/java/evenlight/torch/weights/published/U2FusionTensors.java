package evenlight.torch.weights.published;

import java.util.List;
import java.util.Map;

/** The tensors of U2Fusion (Xu et al., TPAMI 2022): 659,217 numbers, from TensorFlow. */
final class U2FusionTensors {
  private static final int GROWTH = 44;
  private static final int DENSE_LAYERS = 5;
  private static final int[] DECODER = {GROWTH * (DENSE_LAYERS + 1), 128, 64, 32, 1};

  private U2FusionTensors() {}

  static Map<String, List<Long>> shapes() {
    TensorTable table = new TensorTable();
    add(table, "Generator.encoder.conv1_1", GROWTH, 2);
    for (int layer = 1; layer <= DENSE_LAYERS; layer++) {
      add(table, "Generator.encoder.dense_block_conv" + layer, GROWTH, layer * GROWTH);
    }
    for (int layer = 1; layer < DECODER.length; layer++) {
      add(table, "Generator_1.decoder.conv2_" + layer, DECODER[layer], DECODER[layer - 1]);
    }
    return table.shapes();
  }

  private static void add(TensorTable table, String scope, int out, int in) {
    table.add(scope + ".kernel", out, in, 3, 3).add(scope + ".bias", out);
  }
}
