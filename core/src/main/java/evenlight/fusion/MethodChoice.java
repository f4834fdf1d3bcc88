package evenlight.fusion;

import java.util.Map;
import java.util.TreeMap;

/**
 * A method and its options as people write them: {@code gbm} or {@code gbm:solver=dct}.
 *
 * @param id of the method
 * @param options by name
 */
record MethodChoice(String id, Map<String, String> options) {
  MethodChoice {
    options = Map.copyOf(options);
  }

  /**
   * The choice in a text of the form {@code ID[:NAME=VALUE]...}.
   *
   * @throws IllegalArgumentException if it has another form
   */
  static MethodChoice parse(String text) {
    String[] parts = text.split(":", -1);
    Map<String, String> options = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "a method must be written ID or ID:NAME=VALUE, but is \"" + text + "\"");
      }
      String name = parts[i].substring(0, equals);
      if (options.put(name, parts[i].substring(equals + 1)) != null) {
        throw new IllegalArgumentException(
            "an option must be given once, but \"%s\" gives %s twice".formatted(text, name));
      }
    }
    return new MethodChoice(parts[0], options);
  }
}
