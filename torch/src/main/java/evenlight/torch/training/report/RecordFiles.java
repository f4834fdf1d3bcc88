package evenlight.torch.training.report;

import evenlight.torch.training.ValidationResult;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that a {@link RunRecord} writes to. */
final class RecordFiles implements Closeable {
  private final Path folder;
  private final MetricsCsv csv;
  private final ValidationPictures pictures;
  private final EventFile events;

  private RecordFiles(Path folder, MetricsCsv csv, ValidationPictures pictures, EventFile events) {
    this.folder = folder;
    this.csv = csv;
    this.pictures = pictures;
    this.events = events;
  }

  /**
   * Begins the files, or goes on with them.
   *
   * @param done the last step that is done, 0 for a new run; what the files tell of later ones is
   *     dropped
   */
  static RecordFiles open(Path folder, int done, InstantSource clock) throws IOException {
    Path tensorBoard = Files.createDirectories(folder.resolve("tensorboard"));
    return new RecordFiles(
        folder,
        MetricsCsv.open(folder.resolve("metrics.csv"), done),
        ValidationPictures.open(folder.resolve("validation"), done),
        EventFile.create(tensorBoard, done, clock));
  }

  void add(MetricsRow row) throws IOException {
    csv.append(row);
    Map<String, Double> scalars = new TreeMap<>();
    row.values()
        .forEach(
            (name, value) -> {
              if (!name.equals(MetricsRow.SECONDS)) {
                scalars.put(row.kind().text() + "/" + name, value);
              }
            });
    events.addScalars(row.step(), scalars);
  }

  /** Adds the pictures of a validation, if it has any. */
  void addPictures(ValidationResult result) throws IOException {
    if (!result.pictures().isEmpty()) {
      EncodedPicture sheet = EncodedPicture.of(PictureGrid.of(result));
      pictures.write(result.step(), sheet);
      events.addPicture(result.step(), MetricsRow.Kind.VAL.text() + "/pictures", sheet);
    }
  }

  /** Draws all rows so far, if there are any. */
  void drawCurves() throws IOException {
    List<Panel> panels = Panel.of(csv.rows());
    if (!panels.isEmpty()) {
      EncodedPicture.of(Plot.of(panels)).write(folder.resolve("curves.png"));
    }
  }

  @Override
  public void close() throws IOException {
    events.close();
  }
}
