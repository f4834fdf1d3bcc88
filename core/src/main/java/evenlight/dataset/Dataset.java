package evenlight.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Scenes on disk, found by the names of files; no picture is opened.
 *
 * @param root the folder, or the manifest
 * @param layout how the scenes lie there
 * @param scenes the whole ones in natural order of their names; at least one
 * @param faults the others, in the same order
 */
public record Dataset(Path root, Layout layout, List<Scene> scenes, List<Fault> faults) {
  /** Copies the lists. */
  public Dataset {
    scenes = List.copyOf(scenes);
    faults = List.copyOf(faults);
  }

  /**
   * The scenes of a folder, whose layout is told by its files, or of a manifest.
   *
   * @throws IOException as {@link #read(Path, Layout)}, and if no layout fits, or more than one
   */
  public static Dataset read(Path root) throws IOException {
    requireThere(root);
    return read(root, Files.isDirectory(root) ? Detection.layoutOf(root) : Layout.MANIFEST);
  }

  /**
   * The scenes of a folder or manifest of a layout.
   *
   * @throws IOException if it is not there, cannot be read, or holds no whole scene; the message
   *     says why, or what is wrong with the first
   */
  public static Dataset read(Path root, Layout layout) throws IOException {
    requireThere(root);
    requireKind(root, layout);
    Findings found = layout.files().find(root);
    if (found.scenes().isEmpty()) {
      throw new IOException(
          found.faults().isEmpty()
              ? "the data must hold %s, but %s holds none".formatted(layout.files().expects(), root)
              : found.faults().get(0).error());
    }
    return new Dataset(root, layout, found.scenes(), found.faults());
  }

  private static void requireThere(Path root) throws IOException {
    if (!Files.exists(root)) {
      throw new IOException(
          "the data must be a folder of scenes or a manifest, but there is none at " + root);
    }
  }

  private static void requireKind(Path root, Layout layout) throws IOException {
    boolean folder = Files.isDirectory(root);
    if (folder == (layout == Layout.MANIFEST)) {
      throw new IOException(
          "the data must be a %s for the layout %s, but %s is a %s"
              .formatted(
                  folder ? "file" : "folder", layout.id(), root, folder ? "folder" : "file"));
    }
  }

  /**
   * All scenes, none of which may be faulty.
   *
   * @throws IOException if one is; the message is that of the first
   */
  public List<Scene> requireWhole() throws IOException {
    if (!faults.isEmpty()) {
      throw new IOException(faults.get(0).error());
    }
    return scenes;
  }

  /** The first whole scenes; faults count only as far as the whole ones do not fill the limit. */
  public Dataset limitedTo(int count) {
    List<Scene> first = scenes.subList(0, Math.min(count, scenes.size()));
    return new Dataset(
        root, layout, first, faults.subList(0, Math.min(count - first.size(), faults.size())));
  }
}
