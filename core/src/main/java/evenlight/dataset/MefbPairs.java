package evenlight.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pairs NAME_A and NAME_B, see {@link Layout#MEFB}.
 *
 * <p>Where pairs lie in the folder itself, folders in it are not looked into. In a folder NAME the
 * benchmark keeps other copies of the pictures too; only the two that bear its name count.
 */
final class MefbPairs implements SceneLayout {
  private static final String UNDER = "_a";
  private static final String OVER = "_b";

  @Override
  public String expects() {
    return "pairs NAME_A and NAME_B, together or in folders NAME";
  }

  @Override
  public boolean recognises(Path root) throws IOException {
    Listing files = Listing.of(root);
    return !halves(files).isEmpty()
        || files.anyFolder(child -> !halves(child, Listing.name(child.folder())).isEmpty());
  }

  @Override
  public Findings find(Path root) throws IOException {
    Listing files = Listing.of(root);
    Findings findings = new Findings();
    Map<String, String> together = new TreeMap<>();
    for (Path half : halves(files)) {
      String name = Listing.stem(half).substring(0, Listing.stem(half).length() - UNDER.length());
      together.putIfAbsent(Listing.lower(name), name);
    }
    for (String name : together.values()) {
      findings.add(name, () -> scene(files, name));
    }
    for (Path folder : together.isEmpty() ? files.folders() : List.<Path>of()) {
      String name = Listing.name(folder);
      findings.add(name, () -> scene(Listing.of(folder), name));
    }
    return findings;
  }

  private static List<Path> halves(Listing files) {
    return files.images(stem -> stem.length() > 2 && (stem.endsWith(UNDER) || stem.endsWith(OVER)));
  }

  private static List<Path> halves(Listing files, String name) {
    String start = Listing.lower(name);
    return files.images(stem -> stem.equals(start + UNDER) || stem.equals(start + OVER));
  }

  private static Scene scene(Listing files, String name) throws IOException {
    Optional<Path> under = half(files, name + "_A");
    Optional<Path> over = half(files, name + "_B");
    if (under.isEmpty() || over.isEmpty()) {
      String missing = name + (under.isEmpty() ? "_A" : "_B");
      throw new IOException(
          "scene %s must have the pictures %s_A and %s_B in %s, but %s is missing (%s)"
              .formatted(name, name, name, files.folder(), missing, files.found()));
    }
    return Scene.ofPair(name, under.get(), over.get());
  }

  private static Optional<Path> half(Listing files, String name) throws IOException {
    return files.single(files.images(Listing.lower(name)::equals), name);
  }
}
