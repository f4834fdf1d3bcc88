package evenlight.torch.training.report;

import evenlight.image.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The figures of a run as comma-separated values after RFC 4180, on the disk as soon as they are
 * known.
 *
 * <p>A run that goes on after a stop goes on in the same file: rows of the steps that are done
 * again are dropped, so that no step is there twice.
 */
final class MetricsCsv {
  private static final List<String> LEADING =
      List.of(
          MetricsRow.LOSS,
          MetricsRow.LEARNING_RATE,
          MetricsRow.GRADIENT_NORM,
          MetricsRow.STEPS_PER_SECOND,
          MetricsRow.SECONDS);

  private static final String LINE_END = "\r\n";

  private final Path file;
  private final List<MetricsRow> rows;

  /** Names of metrics, after the leading columns. */
  private List<String> scores;

  private MetricsCsv(Path file, List<MetricsRow> rows) {
    this.file = file;
    this.rows = rows;
    this.scores = scoresIn(rows);
  }

  /**
   * Begins a file, or goes on with one.
   *
   * @param resumedFrom the last step that is done; rows after it are dropped
   * @throws IOException if the file cannot be read or written, or is none of this kind
   */
  static MetricsCsv open(Path file, int resumedFrom) throws IOException {
    List<MetricsRow> rows = new ArrayList<>();
    if (resumedFrom > 0 && Files.exists(file)) {
      rows.addAll(MetricsCsvReader.read(file));
      rows.removeIf(row -> row.step() > resumedFrom);
    }
    MetricsCsv csv = new MetricsCsv(file, rows);
    csv.writeAll();
    return csv;
  }

  /** All rows so far. */
  List<MetricsRow> rows() {
    return List.copyOf(rows);
  }

  /** Adds a row; one that says the same thing of the same step gives way. */
  void append(MetricsRow row) throws IOException {
    boolean replaces = rows.removeIf(row::samePlaceAs);
    rows.add(row);
    List<String> needed = scoresIn(rows);
    if (replaces || !needed.equals(scores)) {
      scores = needed;
      writeAll();
    } else {
      appendLine(line(row));
    }
  }

  private void appendLine(String line) throws IOException {
    try {
      Files.writeString(file, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IOException("%s could not be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static List<String> scoresIn(List<MetricsRow> rows) {
    TreeSet<String> names = new TreeSet<>();
    rows.forEach(row -> names.addAll(row.values().keySet()));
    LEADING.forEach(names::remove);
    for (String name : names) {
      if (!name.matches("[A-Za-z0-9_.:-]+")) {
        throw new IllegalArgumentException(
            "names of metrics must be letters, digits and _ . : -, but one is \"%s\""
                .formatted(name));
      }
    }
    return List.copyOf(names);
  }

  private void writeAll() throws IOException {
    StringBuilder text = new StringBuilder(MetricsCsvReader.START);
    LEADING.forEach(name -> text.append(',').append(name));
    scores.forEach(name -> text.append(',').append(name));
    text.append(LINE_END);
    rows.forEach(row -> text.append(line(row)));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(bytes));
  }

  private String line(MetricsRow row) {
    StringBuilder text = new StringBuilder();
    text.append(row.step()).append(',').append(row.kind().text());
    LEADING.forEach(name -> appendField(text, row, name));
    scores.forEach(name -> appendField(text, row, name));
    return text.append(LINE_END).toString();
  }

  private static void appendField(StringBuilder text, MetricsRow row, String name) {
    text.append(',');
    Double value = row.values().get(name);
    if (value != null) {
      text.append(value.doubleValue());
    }
  }
}
