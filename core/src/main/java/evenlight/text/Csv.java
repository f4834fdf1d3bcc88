package evenlight.text;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values after RFC 4180. */
public final class Csv {
  private static final String LINE_END = "\r\n";

  private Csv() {}

  /** One line with its end; fields that need it are quoted. */
  public static String line(List<String> fields) {
    return fields.stream().map(Csv::quoted).collect(Collectors.joining(",")) + LINE_END;
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
