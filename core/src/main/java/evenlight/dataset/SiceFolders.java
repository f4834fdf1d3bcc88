package evenlight.dataset;

import evenlight.dataset.Scene.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbered folders of numbered frames, and Label beside them, see {@link Layout#SICE}. */
final class SiceFolders implements SceneLayout {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  @Override
  public String expects() {
    return "numbered folders with frames 1, 2, ... and Label beside them";
  }

  @Override
  public boolean recognises(Path root) throws IOException {
    return Listing.of(root)
        .anyFolder(
            files ->
                isNumber(Listing.name(files.folder()))
                    && !files.images(SiceFolders::isNumber).isEmpty());
  }

  @Override
  public Findings find(Path root) throws IOException {
    Listing children = Listing.of(root);
    Optional<Path> label = children.folder("label");
    Optional<Listing> truths =
        label.isPresent() ? Optional.of(Listing.of(label.get())) : Optional.empty();
    Findings findings = new Findings();
    for (Path folder : scenes(children)) {
      findings.add(Listing.name(folder), () -> scene(folder, truths));
    }
    return findings;
  }

  private static List<Path> scenes(Listing children) {
    return children.folders().stream().filter(folder -> isNumber(Listing.name(folder))).toList();
  }

  private static boolean isNumber(String name) {
    return NUMBER.matcher(name).matches();
  }

  private static Scene scene(Path folder, Optional<Listing> truths) throws IOException {
    Listing files = Listing.of(folder);
    List<Path> frames = Frames.numbered(files, NUMBER);
    String name = Listing.name(folder);
    if (frames.size() < 2) {
      throw new IOException(
          "a scene must have at least 2 frames 1, 2, ..., but %s has %s"
              .formatted(folder, files.found()));
    }
    Optional<Path> truth = truths.isPresent() ? truth(truths.get(), name) : Optional.empty();
    return Scene.of(name, frames, Split.TRAIN).withGroundTruth(truth);
  }

  private static Optional<Path> truth(Listing truths, String scene) throws IOException {
    return truths.single(
        truths.images(stem -> isNumber(stem) && Frames.number(stem).equals(Frames.number(scene))),
        "picture " + scene);
  }
}
