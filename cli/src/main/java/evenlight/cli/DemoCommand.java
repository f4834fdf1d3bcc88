package evenlight.cli;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.demo.DemoBracket;
import evenlight.figure.ContactSheet;
import evenlight.figure.ContactSheet.Picture;
import evenlight.fusion.FusionMethod;
import evenlight.image.Image;
import evenlight.image.io.AtomicFile;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Renders a bracket, fuses it and writes all pictures; prints their paths. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Makes a bracket of a sunny room by itself, fuses it and writes all pictures.",
      "Prints their paths. Pictures of an earlier demo are replaced."
    },
    footer = {"", "Example:", "  evenlight demo -o room"})
final class DemoCommand implements Callable<Integer> {
  private static final String UNDER = "under.png";
  private static final String OVER = "over.png";
  private static final String FUSED = "fused.png";
  private static final String GROUND_TRUTH = "ground-truth.png";
  private static final String CONTACT_SHEET = "contact-sheet.png";

  @Mixin private MethodOptions options;
  @Mixin private Messages messages;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "demo",
      description = "The folder to write to, made if it is not there (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--height",
      paramLabel = "ROWS",
      defaultValue = "" + DemoBracket.HEIGHT,
      description = "Rows of each picture (default: ${DEFAULT-VALUE}).")
  private int height;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      defaultValue = "" + DemoBracket.WIDTH,
      description = "Columns of each picture (default: ${DEFAULT-VALUE}).")
  private int width;

  @Override
  public Integer call() throws IOException {
    FusionMethod method = options.create();
    requireWritable();
    messages.progress("Rendering a bracket of %d×%d...".formatted(height, width));
    DemoBracket demo = DemoBracket.render(height, width, DemoBracket.SEED);
    Bracket bracket =
        Bracket.of(List.of(new Exposure(UNDER, demo.under()), new Exposure(OVER, demo.over())));
    messages.progress("Fusing it with %s...".formatted(method.card().name()));
    Image fused = method.fuse(bracket);

    write("under-exposed", UNDER, demo.under());
    write("over-exposed", OVER, demo.over());
    write("fused", FUSED, new Photo(fused, demo.under().bitDepth()));
    write("ground truth", GROUND_TRUTH, demo.groundTruth());
    write("all in one", CONTACT_SHEET, new Photo(contactSheet(demo, method, fused), 8));
    return 0;
  }

  private void requireWritable() throws IOException {
    AtomicFile.makeFolder(folder);
    for (String name : List.of(UNDER, OVER, FUSED, GROUND_TRUTH, CONTACT_SHEET)) {
      Photos.requireWritable(folder.resolve(name), true);
    }
  }

  private static Image contactSheet(DemoBracket demo, FusionMethod method, Image fused) {
    return ContactSheet.of(
        List.of(
            new Picture("under-exposed", demo.under().image()),
            new Picture("over-exposed", demo.over().image()),
            new Picture("fused by " + method.card().name(), fused),
            new Picture("ground truth", demo.groundTruth().image())));
  }

  private void write(String caption, String name, Photo photo) throws IOException {
    Path file = folder.resolve(name);
    Photos.write(photo, file);
    messages.result("%-14s %s".formatted(caption, file.toAbsolutePath().normalize()));
  }
}
