package evenlight.card;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The photographs in folders and all folders below, told by the endings of their names.
 *
 * <p>Hidden files and folders, and what archives leave behind, are not seen.
 *
 * @param photographs files that end in .png, .jpg, .jpeg, .tif or .tiff, each once
 * @param others endings of all other files, as .cr2
 */
public record CardFiles(List<Path> photographs, Set<String> others) {
  private static final Set<String> ENDINGS = Set.of(".png", ".jpg", ".jpeg", ".tif", ".tiff");

  /**
   * Lists folders.
   *
   * @param leftOut a folder that is not entered, if there is one
   * @throws IOException if a folder is missing or cannot be read, or if all of them together hold
   *     no photograph; the message names it
   */
  public static CardFiles in(List<Path> folders, Optional<Path> leftOut) throws IOException {
    Search search = new Search(folders, leftOut);
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new IOException(
            "a card must be a folder, but %s %s"
                .formatted(folder, Files.exists(folder) ? "is a file" : "does not exist"));
      }
      Files.walkFileTree(folder, search);
    }
    if (search.photographs.isEmpty()) {
      throw new IOException(
          "there must be photographs (png, jpg, tif) in %s, but there are none%s"
              .formatted(
                  folders.stream().map(Path::toString).collect(Collectors.joining(", ")),
                  search.others.isEmpty() ? "" : ", only " + String.join(", ", search.others)));
    }
    return new CardFiles(List.copyOf(search.photographs), search.others);
  }

  private static final class Search extends SimpleFileVisitor<Path> {
    private final List<Path> starts;
    private final Optional<Path> leftOut;
    private final List<Path> photographs = new ArrayList<>();
    private final Set<String> others = new TreeSet<>();
    private final Set<Path> seen = new HashSet<>();

    Search(List<Path> starts, Optional<Path> leftOut) {
      this.starts = starts;
      this.leftOut = leftOut;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      boolean out =
          leftOut.isPresent()
              && Files.exists(leftOut.get())
              && Files.isSameFile(folder, leftOut.get());
      boolean unseen = !starts.contains(folder) && (isHidden(folder) || isLeftBehind(folder));
      return out || unseen ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (isHidden(file) || Files.isDirectory(file) || !seen.add(file.toRealPath())) {
        return FileVisitResult.CONTINUE;
      }
      String ending = ending(file);
      if (ENDINGS.contains(ending)) {
        photographs.add(file);
      } else {
        others.add(ending);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      throw new IOException(
          "a card must be readable, but %s is not (%s)"
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }

    private static boolean isHidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static boolean isLeftBehind(Path folder) {
      return String.valueOf(folder.getFileName()).equals("__MACOSX");
    }

    private static String ending(Path file) {
      String name = String.valueOf(file.getFileName());
      int dot = name.lastIndexOf('.');
      return dot < 0 ? "files without an ending" : name.substring(dot).toLowerCase(Locale.ROOT);
    }
  }
}
