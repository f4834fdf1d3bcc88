package evenlight.dataset;

import evenlight.dataset.Scene.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with one folder per scene, each with its frames {@code e1} (darkest) to {@code eK}
 * (brightest) as PNG, JPEG or TIFF.
 *
 * <p>A table beside it, {@code FOLDER.tsv}, may name for each scene (column {@code scene}) the
 * default pair ({@code under}, {@code over}) and its use ({@code split}: train or val). A scene
 * that the table does not name, or every scene where there is no table, is for training, and its
 * pair is the first and the last frame.
 */
public final class SceneFolder {
  private SceneFolder() {}

  /**
   * The scenes of a folder, by name.
   *
   * @throws IOException if the folder cannot be read, holds no scene, or a scene or its row in the
   *     table is faulty; the message says where
   */
  public static List<Scene> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("the data must be a folder of scenes, but there is none at " + folder);
    }
    Map<String, Map<String, String>> table = table(folder);
    List<Scene> scenes = new ArrayList<>();
    for (Path scene : children(folder, Files::isDirectory)) {
      scenes.add(scene(scene, table.getOrDefault(scene.getFileName().toString(), Map.of())));
    }
    if (scenes.isEmpty()) {
      throw new IOException(
          "the data must hold one folder per scene with frames e1, e2, ..., but %s holds none"
              .formatted(folder));
    }
    return scenes;
  }

  private static Scene scene(Path folder, Map<String, String> row) throws IOException {
    List<Path> frames =
        children(folder, file -> file.getFileName().toString().matches("e[0-9]+\\.[A-Za-z]+"));
    frames.sort(Comparator.comparingInt(SceneFolder::frameNumber));
    if (frames.size() < 2) {
      throw new IOException(
          "a scene must have at least 2 frames e1, e2, ..., but %s has %d"
              .formatted(folder, frames.size()));
    }
    String name = folder.getFileName().toString();
    Path under = named(row, "under", folder, frames.get(0));
    Path over = named(row, "over", folder, frames.get(frames.size() - 1));
    try {
      return new Scene(name, frames, under, over, split(name, row.getOrDefault("split", "train")));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Split split(String scene, String text) {
    return switch (text) {
      case "train" -> Split.TRAIN;
      case "val" -> Split.VAL;
      default ->
          throw new IllegalArgumentException(
              "the split of scene %s must be train or val, but is \"%s\"".formatted(scene, text));
    };
  }

  private static Path named(Map<String, String> row, String column, Path folder, Path otherwise) {
    String name = row.get(column);
    return name == null ? otherwise : folder.resolve(name);
  }

  private static int frameNumber(Path frame) {
    String name = frame.getFileName().toString();
    return Integer.parseInt(name.substring(1, name.indexOf('.')));
  }

  private static Map<String, Map<String, String>> table(Path folder) throws IOException {
    Path file = folder.toAbsolutePath().normalize();
    file = file.resolveSibling(file.getFileName() + ".tsv");
    Map<String, Map<String, String>> rows = new HashMap<>();
    if (!Files.exists(file)) {
      return rows;
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty()) {
      throw new IOException("the table of scenes must have a header row, but is empty: " + file);
    }
    List<String> columns = List.of(lines.get(0).split("\t", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells.length != columns.size()) {
        throw new IOException(
            "every row of %s must have %d columns, but \"%s\" has %d"
                .formatted(file, columns.size(), line, cells.length));
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(columns.get(i), cells[i]);
      }
      rows.put(row.getOrDefault("scene", ""), row);
    }
    return rows;
  }

  private static List<Path> children(Path folder, java.util.function.Predicate<Path> wanted)
      throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return new ArrayList<>(children.filter(wanted).sorted().toList());
    }
  }
}
