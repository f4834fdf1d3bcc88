package evenlight.torch.weights;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named parameters of a network and what is written beside them.
 *
 * @param tensors by name, in the order of the file
 * @param metadata free text by key, sorted by key
 */
public record Weights(Map<String, Parameter> tensors, Map<String, String> metadata) {
  /** Copies both maps. */
  public Weights {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new java.util.TreeMap<>(metadata));
  }

  /**
   * One tensor.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Parameter tensor(String name) {
    Parameter parameter = tensors.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException(
          "the tensor must be one of %s, but is \"%s\"".formatted(tensors.keySet(), name));
    }
    return parameter;
  }

  /** How many numbers there are in all. */
  public long count() {
    return tensors.values().stream().mapToLong(parameter -> parameter.values().length).sum();
  }

  /**
   * One parameter.
   *
   * @param shape sizes of its dimensions; none for a single number
   * @param values its numbers in row-major order; shared and not to be written to
   */
  @SuppressWarnings("ArrayRecordComponent") // values may be large; equality is not needed
  public record Parameter(long[] shape, float[] values) {
    /** Checks that shape and values agree. */
    public Parameter {
      long expected = Arrays.stream(shape).reduce(1, Math::multiplyExact);
      if (expected != values.length) {
        throw new IllegalArgumentException(
            "a parameter of shape %s must have %d values, but has %d"
                .formatted(Arrays.toString(shape), expected, values.length));
      }
    }
  }
}
