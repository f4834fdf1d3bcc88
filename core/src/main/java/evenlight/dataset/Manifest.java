package evenlight.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of scenes with the paths of their pictures, see {@link Layout#MANIFEST}. */
final class Manifest implements SceneLayout {
  private static final String BETWEEN_FRAMES = ";";

  @Override
  public String expects() {
    return "a header and one row for each scene";
  }

  @Override
  public boolean recognises(Path root) {
    return Files.isRegularFile(root);
  }

  @Override
  public Findings find(Path root) throws IOException {
    SceneTable table = SceneTable.read(root);
    List<String> columns = table.columns();
    boolean pair = columns.contains("under") && columns.contains("over");
    if (!pair && !columns.contains("frames")) {
      throw new IOException(
          "a manifest must have the columns under and over, or frames, but %s has %s"
              .formatted(root, columns));
    }
    Findings findings = new Findings();
    Path folder = root.resolveSibling("");
    table.rows().forEach((name, row) -> findings.add(name, () -> scene(name, row, folder)));
    return findings;
  }

  private static Scene scene(String name, SceneTable.Row row, Path folder) throws IOException {
    Optional<Path> under = file(name, row.cell("under"), folder);
    Optional<Path> over = file(name, row.cell("over"), folder);
    List<Path> frames = frames(name, row, folder);
    if (frames.isEmpty()) {
      under.ifPresent(frames::add);
      over.ifPresent(frames::add);
    }
    if (under.isPresent() != over.isPresent() || frames.isEmpty()) {
      throw new IOException(
          "scene %s must have under and over, or frames, but its row is %s"
              .formatted(name, row.cells()));
    }
    return new Scene(
        name,
        frames,
        under.orElse(frames.get(0)),
        over.orElse(frames.get(frames.size() - 1)),
        file(name, row.cell("gt"), folder),
        row.split(name),
        under.isPresent());
  }

  private static List<Path> frames(String scene, SceneTable.Row row, Path folder)
      throws IOException {
    List<Path> frames = new ArrayList<>();
    for (String frame : row.cell("frames").orElse("").split(BETWEEN_FRAMES, -1)) {
      file(scene, Optional.of(frame.strip()).filter(text -> !text.isEmpty()), folder)
          .ifPresent(frames::add);
    }
    return frames;
  }

  private static Optional<Path> file(String scene, Optional<String> cell, Path folder)
      throws IOException {
    Optional<Path> file = cell.map(folder::resolve);
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      throw new IOException(
          "the pictures of scene %s must be files that exist, but there is none at %s"
              .formatted(scene, file.get()));
    }
    return file;
  }
}
