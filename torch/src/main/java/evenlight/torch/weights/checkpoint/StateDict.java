package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a network among all that a checkpoint's pickle holds: those of the pickled
 * dictionary itself or, where it holds none, those of the one dictionary in it that does ({@code
 * state_dict}, {@code model}); losses and optimisers lie beside it.
 */
final class StateDict {
  private StateDict() {}

  /** By name, in the order of the file. */
  static Map<String, PickledTensor> of(Object pickled, String source) throws IOException {
    if (!(pickled instanceof Map<?, ?> root)) {
      throw Checkpoint.invalid(
          "hold a dictionary", "a " + pickled.getClass().getSimpleName(), source);
    }
    if (!tensors(root).isEmpty()) {
      return tensors(root);
    }
    List<Map<String, PickledTensor>> nested = new ArrayList<>();
    for (Object value : root.values()) {
      if (value instanceof Map<?, ?> child && !tensors(child).isEmpty()) {
        nested.add(tensors(child));
      }
    }
    if (nested.size() != 1) {
      throw Checkpoint.invalid(
          "hold one dictionary of tensors, itself or within",
          "%d of them in one with the keys %s".formatted(nested.size(), keys(root)),
          source);
    }
    return nested.get(0);
  }

  private static Map<String, PickledTensor> tensors(Map<?, ?> dictionary) {
    Map<String, PickledTensor> tensors = new LinkedHashMap<>();
    dictionary.forEach(
        (key, value) -> {
          if (key instanceof String name && value instanceof PickledTensor tensor) {
            tensors.put(name, tensor);
          }
        });
    return tensors;
  }

  private static List<String> keys(Map<?, ?> dictionary) {
    return dictionary.keySet().stream().limit(8).map(String::valueOf).toList();
  }
}
