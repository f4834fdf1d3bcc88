package evenlight.torch.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Records of settings as JSON and back, strictly: every component there, and no other. */
public final class JsonRecords {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonRecords() {}

  /** All components, on one line. */
  public static String write(Record record) {
    try {
      return JSON.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of settings must be writable as JSON", e);
    }
  }

  /**
   * A record from its JSON.
   *
   * @throws IllegalArgumentException if it is no JSON, a component is missing, unknown or of
   *     another type, or the record refuses its values; the message says which, in one line
   */
  public static <R extends Record> R read(String json, Class<R> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(reason(e), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private static String reason(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "the key \"%s\" is none of %s"
          .formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
    }
    String message =
        e.getCause() instanceof IllegalArgumentException refusal
            ? String.valueOf(refusal.getMessage())
            : e.getOriginalMessage();
    return message.lines().findFirst().orElse("no reason").replaceFirst("; `Deser.*", "");
  }
}
