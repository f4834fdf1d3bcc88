package evenlight.dataset;

import evenlight.text.NaturalOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pictures and folders in a folder, in natural order of their names.
 *
 * <p>Left out are hidden files, what archives and systems leave behind, and files that do not end
 * like a picture.
 *
 * @param folder where they lie
 * @param images files that end in .png, .jpg, .jpeg, .tif or .tiff
 * @param folders folders
 */
record Listing(Path folder, List<Path> images, List<Path> folders) {
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "tif", "tiff");
  private static final int MOST_NAMES = 6;

  static Listing of(Path folder) throws IOException {
    List<Path> images = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.sorted(Listing::compareNames).toList()) {
        String name = name(child);
        if (name.startsWith(".") || name.equals("__MACOSX")) {
          continue;
        }
        if (Files.isDirectory(child)) {
          folders.add(child);
        } else if (ENDINGS.contains(lower(name.substring(name.lastIndexOf('.') + 1)))) {
          images.add(child);
        }
      }
    } catch (IOException e) {
      throw new IOException(
          "a folder of the data must be readable, but %s is not (%s)"
              .formatted(folder, e.getClass().getSimpleName()),
          e);
    }
    return new Listing(folder, List.copyOf(images), List.copyOf(folders));
  }

  private static int compareNames(Path a, Path b) {
    return NaturalOrder.INSTANCE.compare(name(a), name(b));
  }

  /** The last name of a path. */
  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** The name of a picture without its ending. */
  static String stem(Path image) {
    String name = name(image);
    return name.substring(0, name.lastIndexOf('.'));
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The pictures whose name, in lower case and without its ending, is such. */
  List<Path> images(Predicate<String> wanted) {
    return images.stream().filter(image -> wanted.test(lower(stem(image)))).toList();
  }

  /** Whether any folder here that can be read holds such files. */
  boolean anyFolder(Predicate<Listing> wanted) throws IOException {
    for (Path child : folders) {
      if (Files.isReadable(child) && wanted.test(of(child))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The picture of this name in lower case.
   *
   * @throws IOException if there are several, as under.png and under.jpg
   */
  Optional<Path> image(String stem) throws IOException {
    return single(images(stem::equals), stem);
  }

  /**
   * The folder of this name in lower case.
   *
   * @throws IOException if there are several, as under and Under
   */
  Optional<Path> folder(String name) throws IOException {
    return single(folders.stream().filter(child -> name.equals(lower(name(child)))).toList(), name);
  }

  /**
   * The only one, or none.
   *
   * @throws IOException if there are several; the message names them
   */
  Optional<Path> single(List<Path> files, String wanted) throws IOException {
    if (files.size() > 1) {
      throw new IOException(
          "there must be one %s in %s, but there are %s".formatted(wanted, folder, names(files)));
    }
    return files.stream().findFirst();
  }

  /** What pictures there are, for messages. */
  String found() {
    return images.isEmpty() ? "no pictures" : names(images);
  }

  private static String names(List<Path> files) {
    String names =
        files.stream().limit(MOST_NAMES).map(Listing::name).collect(Collectors.joining(", "));
    return files.size() > MOST_NAMES
        ? "%s and %d more".formatted(names, files.size() - MOST_NAMES)
        : names;
  }
}
