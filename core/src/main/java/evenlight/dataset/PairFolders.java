package evenlight.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The folders under and over, see {@link Layout#FOLDERS}. */
final class PairFolders implements SceneLayout {
  @Override
  public String expects() {
    return "the folders under and over with pictures of equal names";
  }

  @Override
  public boolean recognises(Path root) throws IOException {
    Listing children = Listing.of(root);
    return children.folder("under").isPresent() && children.folder("over").isPresent();
  }

  @Override
  public Findings find(Path root) throws IOException {
    Listing children = Listing.of(root);
    Listing under = Listing.of(required(children, "under"));
    Listing over = Listing.of(required(children, "over"));
    Optional<Path> gt = children.folder("gt");
    Optional<Listing> truths =
        gt.isPresent() ? Optional.of(Listing.of(gt.get())) : Optional.empty();
    Map<String, String> names = new TreeMap<>();
    for (Listing half : new Listing[] {under, over}) {
      for (Path image : half.images()) {
        names.putIfAbsent(Listing.lower(Listing.stem(image)), Listing.stem(image));
      }
    }
    Findings findings = new Findings();
    for (String name : names.values()) {
      findings.add(name, () -> scene(name, under, over, truths));
    }
    return findings;
  }

  private static Path required(Listing children, String name) throws IOException {
    return children
        .folder(name)
        .orElseThrow(
            () ->
                new IOException(
                    "the data must have the folders under and over, but %s has no %s"
                        .formatted(children.folder(), name)));
  }

  private static Scene scene(String name, Listing under, Listing over, Optional<Listing> truths)
      throws IOException {
    String stem = Listing.lower(name);
    Path dark = required(under, stem, name);
    Path bright = required(over, stem, name);
    return Scene.ofPair(name, dark, bright)
        .withGroundTruth(truths.isPresent() ? truths.get().image(stem) : Optional.empty());
  }

  private static Path required(Listing half, String stem, String name) throws IOException {
    return half.image(stem)
        .orElseThrow(
            () ->
                new IOException(
                    "scene %s must have a picture under and over, but %s has none of its name"
                        .formatted(name, half.folder())));
  }
}
