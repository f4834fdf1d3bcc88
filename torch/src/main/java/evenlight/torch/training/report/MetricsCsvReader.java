package evenlight.torch.training.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link MetricsCsv} writes; a last line that was cut off by a kill does not count. */
final class MetricsCsvReader {
  /** The columns that every row has. */
  static final String START = "step,kind";

  private static final int KEYS = 2;

  private MetricsCsvReader() {}

  /**
   * The rows of a file.
   *
   * @throws IOException if it cannot be read, or is none of this kind; the message names it
   */
  static List<MetricsRow> read(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    if (lines.isEmpty() || !lines.get(0).startsWith(START + ",")) {
      throw new IOException(
          "%s must begin with the columns %s, but does not; move it away to begin a new one"
              .formatted(file, START));
    }
    String[] columns = lines.get(0).split(",", -1);
    List<MetricsRow> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        rows.add(row(columns, lines.get(i).split(",", -1)));
      } catch (IllegalArgumentException e) {
        throw new IOException(
            "line %d of %s must fit its header, but does not: %s"
                .formatted(i + 1, file, e.getMessage()),
            e);
      }
    }
    return rows;
  }

  private static MetricsRow row(String[] columns, String[] fields) {
    if (fields.length != columns.length) {
      throw new IllegalArgumentException(
          "it has %d fields instead of %d".formatted(fields.length, columns.length));
    }
    Map<String, Double> values = new TreeMap<>();
    for (int i = KEYS; i < fields.length; i++) {
      if (!fields[i].isEmpty()) {
        values.put(columns[i], Double.valueOf(fields[i]));
      }
    }
    return MetricsRow.of(
        Integer.parseInt(fields[0]),
        MetricsRow.Kind.valueOf(fields[1].toUpperCase(Locale.ROOT)),
        values);
  }
}
