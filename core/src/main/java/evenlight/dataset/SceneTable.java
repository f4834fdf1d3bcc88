package evenlight.dataset;

import evenlight.dataset.Scene.Split;
import evenlight.text.SeparatedValues;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of tab- or comma-separated values with a header row that has the column {@code scene}, and
 * one row for each scene.
 *
 * <p>The header decides: where it has a tab, tabs separate. Comma-separated cells may stand in
 * double quotes. Names of columns may have capitals, blanks around cells do not count.
 */
final class SceneTable {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final List<String> columns;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  private SceneTable(List<String> columns) {
    this.columns = columns;
  }

  /** A table without rows. */
  static SceneTable empty() {
    return new SceneTable(List.of("scene"));
  }

  /**
   * Reads a table.
   *
   * @throws IOException if its header or a row is broken; the message says where
   */
  static SceneTable read(Path file) throws IOException {
    List<String> lines = lines(file).stream().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw new IOException("the table of scenes must have a header row, but is empty: " + file);
    }
    String header = lines.get(0);
    char separator = header.indexOf('\t') < 0 ? ',' : '\t';
    List<String> columns =
        SeparatedValues.of(header, separator).stream().map(Listing::lower).toList();
    requireColumns(columns, file);
    SceneTable table = new SceneTable(columns);
    for (String line : lines.subList(1, lines.size())) {
      table.add(line, separator, file);
    }
    return table;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
    } catch (CharacterCodingException e) {
      throw new IOException(
          "the table of scenes must be text in UTF-8, but %s is not".formatted(file), e);
    }
  }

  private static void requireColumns(List<String> columns, Path file) throws IOException {
    if (!columns.contains("scene")) {
      throw new IOException(
          "the table of scenes must have the column scene, but %s has %s".formatted(file, columns));
    }
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new IOException(
            "every column must be there once, but %s has \"%s\" twice".formatted(file, column));
      }
    }
  }

  private void add(String line, char separator, Path file) throws IOException {
    List<String> cells = SeparatedValues.of(line, separator);
    if (cells.size() != columns.size()) {
      throw new IOException(
          "every row of %s must have %d columns, but \"%s\" has %d"
              .formatted(file, columns.size(), line, cells.size()));
    }
    String scene = cells.get(columns.indexOf("scene"));
    if (scene.isEmpty()) {
      throw new IOException(
          "every row of %s must name its scene, but \"%s\" does not".formatted(file, line));
    }
    if (rows.put(scene, new Row(columns, cells)) != null) {
      throw new IOException(
          "every scene must have one row in %s, but %s has several".formatted(file, scene));
    }
  }

  /** The names of the columns in lower case. */
  List<String> columns() {
    return columns;
  }

  /** The rows by their scene, in the table's order. */
  Map<String, Row> rows() {
    return rows;
  }

  /** The row of a scene, or one with no cells. */
  Row row(String scene) {
    return rows.getOrDefault(scene, new Row(List.of(), List.of()));
  }

  /**
   * What the table says of a scene.
   *
   * @param columns names of the cells
   * @param cells as many
   */
  record Row(List<String> columns, List<String> cells) {
    /** What stands in a column, if anything does. */
    Optional<String> cell(String column) {
      int index = columns.indexOf(column);
      return index < 0
          ? Optional.empty()
          : Optional.of(cells.get(index)).filter(cell -> !cell.isEmpty());
    }

    /** The split of the scene, which is for training unless the row says otherwise. */
    Split split(String scene) {
      String text = cell("split").orElse("train");
      return switch (text) {
        case "train" -> Split.TRAIN;
        case "val" -> Split.VAL;
        default ->
            throw new IllegalArgumentException(
                "the split of scene %s must be train or val, but is \"%s\"".formatted(scene, text));
      };
    }
  }
}
