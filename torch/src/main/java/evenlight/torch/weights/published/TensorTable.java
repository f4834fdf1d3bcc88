package evenlight.torch.weights.published;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and shapes of a network's tensors, written down layer by layer. */
final class TensorTable {
  private final Map<String, List<Long>> shapes = new LinkedHashMap<>();

  /** Any tensor. */
  TensorTable add(String name, long... shape) {
    shapes.put(name, Arrays.stream(shape).boxed().toList());
    return this;
  }

  /** A convolution with a square kernel and a bias, as PyTorch names them. */
  TensorTable convolution(String name, int out, int in, int kernel) {
    return add(name + ".weight", out, in, kernel, kernel).add(name + ".bias", out);
  }

  /** A batch norm with its running statistics, as PyTorch names them. */
  TensorTable batchNorm(String name, int channels) {
    return add(name + ".weight", channels)
        .add(name + ".bias", channels)
        .add(name + ".running_mean", channels)
        .add(name + ".running_var", channels);
  }

  /** All of them, in the order in which they were added. */
  Map<String, List<Long>> shapes() {
    return Collections.unmodifiableMap(shapes);
  }
}
