package evenlight.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;

/** Results as JSON, for programs that call this one. */
final class Json {
  private Json() {}

  /** A record as one line in which all characters are ASCII. */
  static String line(Object result) {
    try {
      return new ObjectMapper()
          .configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true)
          .writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record, or a list of records, as indented text. */
  static String of(Object result) {
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
