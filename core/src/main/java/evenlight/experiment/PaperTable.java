package evenlight.experiment;

import evenlight.text.SeparatedValues;
import evenlight.text.Template;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A table that the paper printed.
 *
 * @param values of every method, by the metric or scene of the row, which is in lower case
 */
record PaperTable(Map<String, Map<String, Double>> values) {
  /** Digits behind the point that it prints. */
  static final int DECIMALS = 3;

  PaperTable {
    values = Map.copyOf(values);
  }

  /** A table that is kept beside this class. */
  static PaperTable read(String name) throws IOException {
    List<String> lines =
        Template.resource(PaperTable.class, name + ".tsv")
            .lines()
            .filter(l -> !l.isBlank())
            .toList();
    List<String> methods = SeparatedValues.of(lines.get(0), '\t');
    Map<String, Map<String, Double>> values = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = SeparatedValues.of(line, '\t');
      Map<String, Double> row = new LinkedHashMap<>();
      for (int i = 1; i < cells.size(); i++) {
        row.put(methods.get(i), Double.valueOf(cells.get(i)));
      }
      values.put(key(cells.get(0)), row);
    }
    return new PaperTable(values);
  }

  private static String key(String row) {
    return row.toLowerCase(Locale.ROOT);
  }

  /** Whether the paper has a row. */
  boolean has(String row) {
    return values.containsKey(key(row));
  }

  /** What the paper printed for a method, if it did. */
  OptionalDouble value(String row, String method) {
    Double value = values.getOrDefault(key(row), Map.of()).get(method);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** What the paper printed for some methods, where it did. */
  List<OptionalDouble> values(String row, List<String> methods) {
    return methods.stream().map(method -> value(row, method)).toList();
  }
}
