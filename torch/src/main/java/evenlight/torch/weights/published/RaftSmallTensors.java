package evenlight.torch.weights.published;

import java.util.List;
import java.util.Map;

/** The tensors of the small RAFT (Teed and Deng, ECCV 2020): 990,162 numbers. */
final class RaftSmallTensors {
  private static final int HIDDEN = 96;
  private static final int CONTEXT = 64;
  private static final int MOTION = 82;
  private static final int CORRELATIONS = 4 * 7 * 7;

  private RaftSmallTensors() {}

  static Map<String, List<Long>> shapes() {
    TensorTable table = new TensorTable();
    encoder(table, "fnet", 128);
    encoder(table, "cnet", HIDDEN + CONTEXT);
    table
        .convolution("update_block.encoder.convc1", 96, CORRELATIONS, 1)
        .convolution("update_block.encoder.convf1", 64, 2, 7)
        .convolution("update_block.encoder.convf2", 32, 64, 3)
        .convolution("update_block.encoder.conv", MOTION - 2, 96 + 32, 3);
    for (String gate : List.of("convz", "convr", "convq")) {
      table.convolution("update_block.gru." + gate, HIDDEN, HIDDEN + CONTEXT + MOTION, 3);
    }
    return table
        .convolution("update_block.flow_head.conv1", 128, HIDDEN, 3)
        .convolution("update_block.flow_head.conv2", 2, 128, 3)
        .shapes();
  }

  private static void encoder(TensorTable table, String name, int out) {
    table.convolution(name + ".conv1", 32, 3, 7);
    bottleneck(table, name + ".layer1.0", 32, 32);
    bottleneck(table, name + ".layer1.1", 32, 32);
    bottleneck(table, name + ".layer2.0", 64, 32);
    bottleneck(table, name + ".layer2.1", 64, 64);
    bottleneck(table, name + ".layer3.0", 96, 64);
    bottleneck(table, name + ".layer3.1", 96, 96);
    table.convolution(name + ".conv2", out, 96, 1);
  }

  private static void bottleneck(TensorTable table, String name, int out, int in) {
    table
        .convolution(name + ".conv1", out / 4, in, 1)
        .convolution(name + ".conv2", out / 4, out / 4, 3)
        .convolution(name + ".conv3", out, out / 4, 1);
    if (out != in) {
      table.convolution(name + ".downsample.0", out, in, 1);
    }
  }
}
