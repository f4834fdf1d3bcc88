package evenlight.metric;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenlight.image.Image8;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Photographs kept beside the project with what other programs found for them. */
final class SharedComparisons {
  /** Scenes whose files embed a colour profile, so that reading them converts their samples. */
  private static final Set<String> CONVERTED = Set.of("crete");

  private static final Path SHARED = Path.of(System.getProperty("evenlight.shared", "shared"));

  private SharedComparisons() {}

  /**
   * One row of the table.
   *
   * @param values by the name of the column
   */
  record Row(String scene, String method, Map<String, String> values) {
    double value(String column) {
      return Double.parseDouble(values.get(column));
    }

    /** Under and over against the fused image; over also stands in for a ground truth. */
    Comparison comparison() throws IOException {
      Image8 under = read(SHARED.resolve("data/mefb").resolve(scene), "under");
      Image8 over = read(SHARED.resolve("data/mefb").resolve(scene), "over");
      Image8 fused = read(SHARED.resolve("data/mefb-published").resolve(method), scene);
      return new Comparison(List.of(under, over), fused, Optional.of(over));
    }

    @Override
    public String toString() {
      return scene + " by " + method;
    }
  }

  /** All rows of photographs whose samples are read as they are stored. */
  static List<Row> rows() throws IOException {
    Path table = SHARED.resolve("golden/metrics.tsv");
    assumeTrue(Files.isRegularFile(table), () -> "the reference values must be in " + table);
    List<String> lines = Files.readAllLines(table);
    String[] columns = lines.get(0).split("\t", -1);
    return lines.stream()
        .skip(1)
        .map(line -> row(columns, line.split("\t", -1)))
        .filter(row -> !row.scene().equals("synthetic") && !CONVERTED.contains(row.scene()))
        .toList();
  }

  private static Row row(String[] columns, String[] cells) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      values.put(columns[i], cells[i]);
    }
    return new Row(cells[0], cells[1], Map.copyOf(values));
  }

  private static Image8 read(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().startsWith(name + "."))
              .findFirst()
              .orElseThrow(() -> new IOException("there is no " + name + " in " + folder));
      return Image8.of(Photos.read(file).image());
    }
  }
}
