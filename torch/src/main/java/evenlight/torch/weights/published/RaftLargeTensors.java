package evenlight.torch.weights.published;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tensors of the large RAFT (Teed and Deng, ECCV 2020): 5,257,536 numbers and the statistics of
 * its batch norms.
 */
final class RaftLargeTensors {
  private static final int HIDDEN = 128;
  private static final int CONTEXT = 128;
  private static final int MOTION = 128;
  private static final int CORRELATIONS = 4 * 9 * 9;
  private static final String CONTEXT_NET = "cnet";

  private RaftLargeTensors() {}

  static Map<String, List<Long>> shapes() {
    TensorTable table = new TensorTable();
    encoder(table, "fnet", 256);
    encoder(table, CONTEXT_NET, HIDDEN + CONTEXT);
    table
        .convolution("update_block.encoder.convc1", 256, CORRELATIONS, 1)
        .convolution("update_block.encoder.convc2", 192, 256, 3)
        .convolution("update_block.encoder.convf1", 128, 2, 7)
        .convolution("update_block.encoder.convf2", 64, 128, 3)
        .convolution("update_block.encoder.conv", MOTION - 2, 64 + 192, 3);
    gates(table, "1", 1, 5);
    gates(table, "2", 5, 1);
    return table
        .convolution("update_block.flow_head.conv1", 256, HIDDEN, 3)
        .convolution("update_block.flow_head.conv2", 2, 256, 3)
        .convolution("update_block.mask.0", 256, HIDDEN, 3)
        .convolution("update_block.mask.2", 8 * 8 * 9, 256, 1)
        .shapes();
  }

  /** The norm of a shortcut belongs to two modules there, so that files have it twice. */
  static Set<String> repeated() {
    TensorTable table = new TensorTable();
    for (int layer = 2; layer <= 3; layer++) {
      table.batchNorm("cnet.layer%d.0.norm3".formatted(layer), 1);
    }
    return table.shapes().keySet();
  }

  private static void gates(TensorTable table, String ending, int height, int width) {
    for (String gate : List.of("convz", "convr", "convq")) {
      String name = "update_block.gru." + gate + ending;
      table.add(name + ".weight", HIDDEN, HIDDEN + CONTEXT + MOTION, height, width);
      table.add(name + ".bias", HIDDEN);
    }
  }

  private static void encoder(TensorTable table, String name, int out) {
    norm(table, name, ".norm1", 64);
    table.convolution(name + ".conv1", 64, 3, 7);
    int in = 64;
    int[] widths = {64, 96, 128};
    for (int i = 0; i < widths.length; i++) {
      residual(table, name, ".layer%d.0".formatted(i + 1), widths[i], in);
      residual(table, name, ".layer%d.1".formatted(i + 1), widths[i], widths[i]);
      in = widths[i];
    }
    table.convolution(name + ".conv2", out, in, 1);
  }

  private static void residual(TensorTable table, String net, String block, int out, int in) {
    table.convolution(net + block + ".conv1", out, in, 3);
    norm(table, net, block + ".norm1", out);
    table.convolution(net + block + ".conv2", out, out, 3);
    norm(table, net, block + ".norm2", out);
    if (out != in) {
      table.convolution(net + block + ".downsample.0", out, in, 1);
      norm(table, net, block + ".downsample.1", out);
    }
  }

  /** Instance norms have no tensors. */
  private static void norm(TensorTable table, String net, String name, int channels) {
    if (net.equals(CONTEXT_NET)) {
      table.batchNorm(net + name, channels);
    }
  }
}
