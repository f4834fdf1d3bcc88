package evenlight.card;

import evenlight.card.FoundCard.Single;
import evenlight.text.Csv;
import evenlight.text.SeparatedValues;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sets as a table that people edit: {@code set,file,ev,confidence}, a line for each photograph.
 *
 * <p>Lines with the same name of a set are that set; lines without one are single photographs. What
 * is read back needs the columns {@code set} and {@code file}; the others are for the reader.
 */
public final class SetManifest {
  private static final List<String> COLUMNS = List.of("set", "file", "ev", "confidence");
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int LONGEST_NAME = 200;

  private final Path manifest;
  private final Map<String, List<Path>> sets = new LinkedHashMap<>();
  private final Map<String, Integer> firstLines = new HashMap<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final Map<Path, Integer> linesOfFiles = new LinkedHashMap<>();
  private final List<Path> singles = new ArrayList<>();

  private SetManifest(Path manifest) {
    this.manifest = manifest;
  }

  /** The table of what was found, sets first. */
  public static String csv(FoundCard card) {
    StringBuilder csv = new StringBuilder(Csv.line(COLUMNS));
    for (FoundSet set : card.sets()) {
      for (int i = 0; i < set.shots().size(); i++) {
        csv.append(
            Csv.line(
                List.of(
                    set.name(),
                    set.shots().get(i).file().toString(),
                    number(set.stops().get(i) + 0.0),
                    number(set.confidence()))));
      }
    }
    for (Single single : card.singles()) {
      csv.append(Csv.line(List.of("", single.shot().file().toString(), "", "")));
    }
    return csv.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /**
   * Reads a table back.
   *
   * @throws IOException if it cannot be read or something in it is not allowed, or a file of it is
   *     no photograph; the message names the line
   */
  public static FoundCard read(Path manifest) throws IOException {
    SetManifest table = new SetManifest(manifest);
    List<String> lines = lines(manifest);
    List<String> header =
        SeparatedValues.of(lines.isEmpty() ? "" : lines.get(0), ',').stream()
            .map(column -> column.toLowerCase(Locale.ROOT))
            .toList();
    if (!header.contains("set") || !header.contains("file") || !COLUMNS.containsAll(header)) {
      throw table.fault(
          1, "the columns must be set,file and may be ev,confidence, but are " + header);
    }
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        table.add(i + 1, header, SeparatedValues.of(lines.get(i), ','));
      }
    }
    return table.card();
  }

  private static List<String> lines(Path manifest) throws IOException {
    try {
      String text = Files.readString(manifest);
      return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
    } catch (CharacterCodingException e) {
      throw new IOException(
          "a manifest must be text in UTF-8, but %s is not".formatted(manifest), e);
    }
  }

  private void add(int line, List<String> header, List<String> cells) throws IOException {
    if (cells.size() != header.size()) {
      throw fault(
          line, "there must be %d values, but there are %d".formatted(header.size(), cells.size()));
    }
    for (String column : List.of("ev", "confidence")) {
      requireNumber(line, column, cell(header, cells, column));
    }
    Path file = Path.of(cell(header, cells, "file"));
    if (!Files.isRegularFile(file)) {
      throw fault(
          line, "a photograph must be a file that exists, but \"%s\" is not".formatted(file));
    }
    Integer before = linesOfFiles.putIfAbsent(file.toRealPath(), line);
    if (before != null) {
      throw fault(
          line,
          "a photograph must be there once, but %s is in line %d, too".formatted(file, before));
    }
    String set = cell(header, cells, "set");
    if (set.isEmpty()) {
      singles.add(file);
    } else {
      requireName(line, set);
      firstLines.putIfAbsent(set, line);
      sets.computeIfAbsent(set, any -> new ArrayList<>()).add(file);
    }
  }

  private static String cell(List<String> header, List<String> cells, String column) {
    int index = header.indexOf(column);
    return index < 0 ? "" : cells.get(index);
  }

  private void requireNumber(int line, String column, String cell) throws IOException {
    try {
      if (!cell.isEmpty()) {
        Double.parseDouble(cell);
      }
    } catch (NumberFormatException e) {
      throw fault(line, "%s must be a number or nothing, but is \"%s\"".formatted(column, cell));
    }
  }

  private void requireName(int line, String set) throws IOException {
    boolean allowed =
        set.length() <= LONGEST_NAME
            && !set.startsWith(".")
            && !set.endsWith(".")
            && set.chars().noneMatch(c -> c < ' ' || "/\\:*?\"<>|".indexOf(c) >= 0);
    if (!allowed) {
      throw fault(
          line,
          "a set's name becomes that of a file and must not start or end with a dot, hold any of"
              + " / \\ : * ? \" < > | or be longer than %d, but is \"%s\""
                  .formatted(LONGEST_NAME, set));
    }
    String other = spellings.putIfAbsent(set.toLowerCase(Locale.ROOT), set);
    if (other != null && !other.equals(set)) {
      throw fault(
          line,
          "sets must differ by more than capitals, but there are %s and %s".formatted(other, set));
    }
  }

  private FoundCard card() throws IOException {
    List<FoundSet> found = new ArrayList<>();
    for (Map.Entry<String, List<Path>> set : sets.entrySet()) {
      int line = Optional.ofNullable(firstLines.get(set.getKey())).orElse(0);
      int size = set.getValue().size();
      if (size < 2 || size > Grouping.MOST_SHOTS) {
        throw fault(
            line,
            "a set must have 2 to %d photographs, but %s has %d"
                .formatted(Grouping.MOST_SHOTS, set.getKey(), size));
      }
      List<Shot> shots = shots(set.getValue());
      boolean told = shots.stream().allMatch(shot -> shot.ev().isPresent());
      Stops stops =
          new Stops(shots.stream().map(shot -> told ? shot.ev().orElse(0) : 0).toList(), !told);
      found.add(
          new FoundSet(set.getKey(), shots, stops.relative(), 1, List.of("named by the manifest")));
    }
    List<Single> alone = new ArrayList<>();
    for (Shot shot : shots(singles)) {
      alone.add(new Single(shot, "the manifest names no set"));
    }
    return new FoundCard(found, alone);
  }

  private List<Shot> shots(List<Path> files) throws IOException {
    ShotReader.Shots read = ShotReader.read(files);
    for (ShotReader.Unreadable unreadable : read.unreadable()) {
      int line = Optional.ofNullable(linesOfFiles.get(unreadable.file().toRealPath())).orElse(0);
      throw fault(line, unreadable.reason());
    }
    return read.shots();
  }

  private IOException fault(int line, String message) {
    return new IOException("%s, line %d: %s".formatted(manifest, line, message));
  }
}
