package evenlight.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells in aligned columns. */
final class TextTable {
  private final List<List<String>> lines = new ArrayList<>();

  TextTable(String... head) {
    lines.add(List.of(head));
  }

  void add(List<String> cells) {
    lines.add(cells);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder cells = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        String cell = line.get(column);
        cells.append(cell).append(" ".repeat(width(column) - cell.length() + 2));
      }
      text.append(cells.toString().stripTrailing()).append('\n');
    }
    return text.toString().stripTrailing();
  }

  private int width(int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }
}
