package evenlight.torch.ablation;

import evenlight.evaluation.EvaluationPictures;
import evenlight.evaluation.ScoreTable;
import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.figure.ColourShare;
import evenlight.text.Csv;
import evenlight.torch.ablation.AblationTable.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The share of each colour component with and without coordination, beside that of the ground truth
 * (Fig. 8).
 *
 * @param entries one for each picture, scene by scene
 */
record ColourShares(List<Entry> entries) {
  private static final int DECIMALS = 4;
  private static final String TRUTH = "ground-truth";

  ColourShares {
    entries = List.copyOf(entries);
  }

  /**
   * One picture.
   *
   * @param scene what it shows
   * @param picture the variant that made it, or that it is the ground truth
   * @param seed of the variant; empty for the ground truth
   * @param share its components
   * @param distance to the ground truth, if the scene has one
   */
  record Entry(
      String scene,
      String picture,
      Optional<Long> seed,
      ColourShare share,
      Optional<Double> distance) {}

  /** Of all pictures that could be made. */
  static ColourShares of(ScoreTable table, List<Long> seeds, EvaluationPictures files)
      throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String scene : scenesMade(table)) {
      Optional<ColourShare> truth = files.reference(scene).map(ColourShare::of);
      for (String variant : AblationTable.COORDINATION.variants()) {
        for (long seed : seeds) {
          String run = AblationRun.id(variant, seed);
          if (table.succeeded(run, scene)) {
            ColourShare share = ColourShare.of(files.fused(run, scene));
            entries.add(
                new Entry(scene, variant, Optional.of(seed), share, truth.map(share::distance)));
          }
        }
      }
      truth.ifPresent(
          share -> entries.add(new Entry(scene, TRUTH, Optional.empty(), share, Optional.of(0.0))));
    }
    return new ColourShares(entries);
  }

  /** The scenes that could be read. */
  static List<String> scenesMade(ScoreTable table) {
    return table.scenes().stream()
        .filter(scene -> table.methods().stream().anyMatch(run -> table.succeeded(run, scene)))
        .toList();
  }

  /** Means over scenes, with their spread over seeds. */
  Grid grid() {
    long scenes = compared().stream().map(Entry::scene).distinct().count();
    List<Line> lines = new ArrayList<>();
    for (Row row : AblationTable.COORDINATION.rows()) {
      lines.add(line(row.label(), row.variant()));
    }
    if (hasTruth()) {
      lines.add(line("(c) ground truth", TRUTH));
    }
    return new Grid(
        "Fig. 8: share of each colour component, mean over the scenes (%d)".formatted(scenes),
        "Picture",
        List.of("R", "G", "B", "distance to (c) ↓"),
        lines);
  }

  private Line line(String label, String picture) {
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      int component = c;
      cells.add(cell(picture, entry -> Optional.of(entry.share().values().get(component))));
    }
    cells.add(cell(picture, Entry::distance));
    return new Line(Kind.VALUES, label, cells);
  }

  private interface Value {
    Optional<Double> of(Entry entry);
  }

  private Cell cell(String picture, Value value) {
    Map<Optional<Long>, List<Double>> bySeed = new LinkedHashMap<>();
    for (Entry entry : compared()) {
      if (entry.picture().equals(picture)) {
        List<Double> values = bySeed.computeIfAbsent(entry.seed(), seed -> new ArrayList<>());
        value.of(entry).ifPresent(values::add);
      }
    }
    List<Double> means = new ArrayList<>();
    bySeed.values().forEach(values -> Spread.of(values).mean().ifPresent(means::add));
    return Cell.of(Spread.of(means).text(DECIMALS));
  }

  private boolean hasTruth() {
    return entries.stream().anyMatch(entry -> entry.picture().equals(TRUTH));
  }

  /** Those of scenes with a ground truth, where there are any, so that all means are alike. */
  private List<Entry> compared() {
    return hasTruth()
        ? entries.stream().filter(entry -> entry.distance().isPresent()).toList()
        : entries;
  }

  /** One line for each picture. */
  String csv() {
    StringBuilder csv = new StringBuilder();
    csv.append(Csv.line(List.of("scene", "picture", "seed", "red", "green", "blue", "distance")));
    for (Entry entry : entries) {
      List<String> fields = new ArrayList<>(List.of(entry.scene(), entry.picture()));
      fields.add(entry.seed().map(String::valueOf).orElse(""));
      entry.share().values().forEach(share -> fields.add(Double.toString(share)));
      fields.add(entry.distance().map(String::valueOf).orElse(""));
      csv.append(Csv.line(fields));
    }
    return csv.toString();
  }
}
