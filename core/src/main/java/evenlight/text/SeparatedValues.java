package evenlight.text;

import java.util.ArrayList;
import java.util.List;

/** Cells of one line; where commas separate, a cell may stand in quotes (RFC 4180). */
public final class SeparatedValues {
  private SeparatedValues() {}

  /** The cells without the blanks around them. */
  public static List<String> of(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (separator == ',' && c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
