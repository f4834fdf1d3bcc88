package evenlight.evaluation;

import evenlight.bracket.Bracket;
import evenlight.dataset.Scene;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.image.io.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Fused images in files, one for each scene and named after it, that another program wrote. */
public final class ResultFolder implements Contender {
  private static final String PICTURE = ".*\\.(png|jpe?g|tiff?)";

  private final String id;
  private final Map<String, Path> files;
  private final Colour colour;

  private ResultFolder(String id, Map<String, Path> files, Colour colour) {
    this.id = id;
    this.files = files;
    this.colour = colour;
  }

  /**
   * The results in a folder: its pictures are those of one program; if it has none, each folder in
   * it with pictures is a program's.
   *
   * @param colour how the pictures are decoded
   * @throws IOException if there are no pictures, or two for one scene; the message says where
   */
  public static List<ResultFolder> read(Path folder, Colour colour) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("fused results must be in a folder, but there is none at " + folder);
    }
    List<ResultFolder> found = new ArrayList<>();
    Map<String, Path> pictures = pictures(folder);
    if (!pictures.isEmpty()) {
      found.add(new ResultFolder(nameOf(folder), pictures, colour));
      return found;
    }
    for (Path program : children(folder)) {
      Map<String, Path> results = Files.isDirectory(program) ? pictures(program) : Map.of();
      if (!results.isEmpty()) {
        found.add(new ResultFolder(nameOf(program), results, colour));
      }
    }
    if (found.isEmpty()) {
      throw new IOException(
          "fused results must be PNG, JPEG or TIFF files in the folder or in folders within it, "
              + "but there are none in "
              + folder);
    }
    return found;
  }

  private static Map<String, Path> pictures(Path folder) throws IOException {
    Map<String, Path> pictures = new TreeMap<>();
    for (Path file : children(folder)) {
      String name = nameOf(file);
      if (Files.isRegularFile(file) && name.toLowerCase(Locale.ROOT).matches(PICTURE)) {
        Path other = pictures.put(name.substring(0, name.lastIndexOf('.')), file);
        if (other != null) {
          throw new IOException(
              "there must be one result for each scene, but there are %s and %s"
                  .formatted(other, file));
        }
      }
    }
    return pictures;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(child -> !nameOf(child).startsWith(".")).sorted().toList();
    }
  }

  private static String nameOf(Path path) {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean covers(Scene scene) {
    return files.containsKey(scene.name());
  }

  @Override
  public Result fuse(Scene scene, Bracket bracket) throws IOException {
    Path file = file(scene);
    Image8 image = PhotoScores.read(file, colour);
    if (image.height() != bracket.height() || image.width() != bracket.width()) {
      throw new IllegalArgumentException(
          "a result must be as large as its scene, %d×%d, but %s is %s (height×width)"
              .formatted(bracket.height(), bracket.width(), file, image.size()));
    }
    return new Result(image, 0);
  }

  @Override
  public String fingerprint(Scene scene) throws IOException {
    return Sha256.of(Files.readAllBytes(file(scene)));
  }

  private Path file(Scene scene) throws IOException {
    Path file = files.get(scene.name());
    if (file == null) {
      throw new IOException(
          "%s must have a result for %s, but has none".formatted(id, scene.name()));
    }
    return file;
  }
}
