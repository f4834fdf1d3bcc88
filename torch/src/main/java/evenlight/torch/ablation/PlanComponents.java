package evenlight.torch.ablation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.torch.training.TrainingPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/** A training plan as names and values, so that two can be compared one by one. */
final class PlanComponents {
  private PlanComponents() {}

  /** Every component, those of records within as {@code network.width}. */
  static Map<String, String> of(TrainingPlan plan) {
    Map<String, String> components = new LinkedHashMap<>();
    try {
      put("plan", new ObjectMapper().readTree(plan.toJson()), components);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan must be readable as it is written", e);
    }
    return components;
  }

  private static void put(String name, JsonNode value, Map<String, String> components) {
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        put(name + "." + field.getKey(), field.getValue(), components);
      }
    } else {
      components.put(name, value.isValueNode() ? value.asText() : value.toString());
    }
  }
}
