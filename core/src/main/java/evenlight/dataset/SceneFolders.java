package evenlight.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One folder per scene, see {@link Layout#SCENES}. */
final class SceneFolders implements SceneLayout {
  private static final Pattern FRAME = Pattern.compile("e[0-9]+");

  @Override
  public String expects() {
    return "one folder per scene with frames e1, e2, ... or with under and over";
  }

  @Override
  public boolean recognises(Path root) throws IOException {
    return Listing.of(root).anyFolder(files -> !files.images(SceneFolders::isNamed).isEmpty());
  }

  private static boolean isNamed(String stem) {
    return stem.equals("under") || stem.equals("over") || FRAME.matcher(stem).matches();
  }

  @Override
  public Findings find(Path root) throws IOException {
    SceneTable table = tableBeside(root);
    Findings findings = new Findings();
    for (Path folder : Listing.of(root).folders()) {
      String name = Listing.name(folder);
      findings.add(name, () -> scene(folder, table.row(name)));
    }
    return findings;
  }

  private static SceneTable tableBeside(Path root) throws IOException {
    Path folder = root.toAbsolutePath().normalize();
    Path file = folder.resolveSibling(Listing.name(folder) + ".tsv");
    return Files.exists(file) ? SceneTable.read(file) : SceneTable.empty();
  }

  private static Scene scene(Path folder, SceneTable.Row row) throws IOException {
    Listing files = Listing.of(folder);
    Optional<Path> under = files.image("under");
    Optional<Path> over = files.image("over");
    List<Path> frames = Frames.numbered(files, FRAME);
    boolean pair = under.isPresent() && over.isPresent();
    boolean neither = under.isEmpty() && over.isEmpty();
    if (!(pair && frames.isEmpty()) && !(neither && frames.size() > 1)) {
      throw new IOException(
          "a scene must have at least 2 frames e1, e2, ..., or else under and over, but %s has %s"
              .formatted(folder, files.found()));
    }
    String name = Listing.name(folder);
    Path first = pair ? under.get() : frames.get(0);
    Path last = pair ? over.get() : frames.get(frames.size() - 1);
    return new Scene(
        name,
        pair ? List.of(first, last) : frames,
        row.cell("under").map(folder::resolve).orElse(first),
        row.cell("over").map(folder::resolve).orElse(last),
        files.image("gt"),
        row.split(name),
        pair || (row.cell("under").isPresent() && row.cell("over").isPresent()));
  }
}
