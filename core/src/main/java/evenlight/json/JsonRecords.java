package evenlight.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records of settings as JSON and back, strictly: every component there, and no other. Where a
 * component may be one of several records, the key {@code kind} says which.
 */
public final class JsonRecords {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .build();

  private JsonRecords() {}

  /** All components, on one line. */
  public static String write(Record record) {
    return write(record, JSON.writer());
  }

  /** All components, one a line, with a line break at the end. */
  public static String writeIndented(Record record) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return write(record, JSON.writer(printer)) + "\n";
  }

  private static String write(Record record, ObjectWriter writer) {
    try {
      return writer.writeValueAsString(record);
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
    if (e.getCause() instanceof IllegalArgumentException refusal) {
      return firstLine(refusal.getMessage());
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "the key \"%s\" is none of %s".formatted(place(e), unknown.getKnownPropertyIds());
    }
    if (e instanceof InvalidTypeIdException unknown) {
      return "%s.kind must be one of %s, but is \"%s\""
          .formatted(place(e), knownKinds(unknown), String.valueOf(unknown.getTypeId()));
    }
    if (e instanceof InvalidFormatException invalid) {
      return "%s must be %s, but is \"%s\""
          .formatted(place(e), allowed(invalid.getTargetType()), invalid.getValue());
    }
    String message = firstLine(e.getOriginalMessage()).replaceFirst("; `Deser.*", "");
    return e.getPath().isEmpty() ? message : message + " at " + place(e);
  }

  /** Jackson names them in its message alone. */
  private static String knownKinds(InvalidTypeIdException e) {
    Matcher known = Pattern.compile("known type ids = (\\[[^]]*])").matcher(e.getOriginalMessage());
    return known.find()
        ? known.group(1)
        : "those of " + e.getBaseType().getRawClass().getSimpleName();
  }

  private static String firstLine(@Nullable String text) {
    return String.valueOf(text).lines().findFirst().orElse("no reason");
  }

  /** The keys that lead there: {@code patches.size}. */
  private static String place(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .collect(Collectors.joining("."));
  }

  private static String allowed(Class<?> type) {
    return type.isEnum()
        ? "one of " + Arrays.toString(type.getEnumConstants())
        : "a value of type " + type.getSimpleName();
  }
}
