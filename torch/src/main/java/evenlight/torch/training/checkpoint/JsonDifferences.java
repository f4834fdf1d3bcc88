package evenlight.torch.training.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In which keys two JSON objects differ. */
public final class JsonDifferences {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonDifferences() {}

  /**
   * One line for each key whose value is not the same: {@code patches.batch was 4 and is 8}.
   *
   * @throws IllegalArgumentException if one of them is no JSON
   */
  public static List<String> between(String former, String now) {
    Map<String, String> before = values(former);
    Map<String, String> after = values(now);
    Map<String, String> keys = new TreeMap<>(before);
    keys.putAll(after);
    List<String> differences = new ArrayList<>();
    for (String key : keys.keySet()) {
      String was = before.getOrDefault(key, "not there");
      String is = after.getOrDefault(key, "not there");
      if (!was.equals(is)) {
        differences.add("%s was %s and is %s".formatted(key, was, is));
      }
    }
    return differences;
  }

  private static Map<String, String> values(String json) {
    Map<String, String> values = new TreeMap<>();
    try {
      collect("", JSON.readTree(json), values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("must be JSON, but is \"%s\"".formatted(json), e);
    }
    return values;
  }

  private static void collect(String place, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        collect(
            place.isEmpty() ? entry.getKey() : place + "." + entry.getKey(),
            entry.getValue(),
            into);
      }
    } else {
      into.put(place, node.asText());
    }
  }
}
