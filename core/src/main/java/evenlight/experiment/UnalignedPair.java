package evenlight.experiment;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.filter.Strips;
import evenlight.ghost.Fraction;
import evenlight.image.io.Colour;
import evenlight.text.NaturalOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two photographs of one scene that do not lie over one another, at most 1024 pixels on the long
 * side.
 *
 * @param name of the scene's folder
 * @param bracket the darkest and the brightest photograph there
 */
record UnalignedPair(String name, Bracket bracket) {
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "tif", "tiff");

  /** The scenes of a folder: its folders with two photographs or more, called anyhow. */
  static List<Path> scenes(Path root) throws IOException {
    List<Path> scenes = new ArrayList<>();
    for (Path folder : sorted(root)) {
      if (Files.isDirectory(folder) && photographs(folder).size() >= 2) {
        scenes.add(folder);
      }
    }
    return scenes;
  }

  /** Reads a scene. */
  static UnalignedPair read(Path folder, int threads) throws IOException {
    Bracket all = Bracket.read(Colour.STORED, photographs(folder).toArray(Path[]::new));
    Strips strips = new Strips(threads);
    return new UnalignedPair(
        String.valueOf(folder.getFileName()),
        Bracket.of(List.of(reduced(all.darkest(), strips), reduced(all.brightest(), strips))));
  }

  private static Exposure reduced(Exposure exposure, Strips strips) {
    Fraction fraction = Fraction.of(exposure.image().height(), exposure.image().width());
    return exposure.withImage(fraction.reduce(exposure.image(), strips));
  }

  private static List<Path> photographs(Path folder) throws IOException {
    return sorted(folder).stream()
        .filter(Files::isRegularFile)
        .filter(file -> ENDINGS.contains(ending(file)))
        .toList();
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted(
              Comparator.comparing(
                  file -> String.valueOf(file.getFileName()), NaturalOrder.INSTANCE))
          .toList();
    }
  }
}
