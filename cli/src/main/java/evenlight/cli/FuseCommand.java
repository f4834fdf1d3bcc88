package evenlight.cli;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.MethodCard;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fuses photographs and writes the picture; prints its path. */
@Command(
    name = "fuse",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Fuses photographs of different exposure into one well-exposed picture.",
      "Prints the path of the picture."
    },
    footer = {"", "Example:", "  evenlight fuse under.jpg over.jpg -o fused.png"})
final class FuseCommand implements Callable<Integer> {
  private static final int FEWEST_IMAGES = 2;

  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;
  @Mixin private MethodOptions options;
  @Mixin private Messages messages;

  @Parameters(
      paramLabel = "IMAGE",
      arity = "0..*",
      description = {
        "Photographs of one scene and size, in any order: PNG, JPEG or TIFF. Two, or more where",
        "the method takes them."
      })
  private List<Path> images = List.of();

  @Option(names = "--json", description = "Print what was done as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    options.settings();
    requireCount(options.card());
    output.check(images);
    Bracket bracket = read();
    List<String> notes = notesOn(bracket);
    notes.forEach(messages::note);

    FusionMethod method = options.create();
    messages.detail(
        "fusing with %s (device %s, %d threads)",
        method.card().name(), options.where().deviceName(), options.where().threadCount());
    long start = System.nanoTime();
    Image fused = method.fuse(bracket);
    double seconds = secondsSince(start);

    int depth = output.depthFor(bracket.bitDepth());
    messages.detail("fused in %.2f s; writing %s with %d bits", seconds, output.output(), depth);
    Photos.write(new Photo(fused, depth), output.output());
    messages.result(
        json ? Json.of(report(bracket, depth, seconds, notes)) : output.output().toString());
    return 0;
  }

  private void requireCount(MethodCard method) {
    int count = images.size();
    if (count < FEWEST_IMAGES || count > method.mostExposures()) {
      throw new ParameterException(
          spec.commandLine(),
          "the method %s needs %s images, but found %d"
              .formatted(
                  method.id(),
                  method.mostExposures() == FEWEST_IMAGES ? "exactly 2" : "2 or more",
                  count));
    }
  }

  private Bracket read() throws IOException {
    messages.detail("reading %s", images);
    Bracket bracket = Bracket.read(images.toArray(Path[]::new));
    if (messages.isVerbose()) {
      bracket.exposures().forEach(this::describe);
    }
    return bracket;
  }

  private void describe(Exposure exposure) {
    messages.detail(
        "%s: %s, %d bits, mean luminance %.3f",
        exposure.name(),
        exposure.image().size(),
        exposure.photo().bitDepth(),
        exposure.meanLuminance());
  }

  private static List<String> notesOn(Bracket bracket) {
    List<String> notes = new ArrayList<>();
    if (bracket.allEqual()) {
      notes.add("the images are equal; the result is that image");
    }
    return notes;
  }

  private FusionReport report(Bracket bracket, int depth, double seconds, List<String> notes) {
    return new FusionReport(
        options.methodId(),
        FusionReport.inputsOf(bracket),
        output.output().toString(),
        bracket.height(),
        bracket.width(),
        depth,
        options.where().deviceName(),
        options.where().threadCount(),
        seconds,
        notes);
  }

  private static double secondsSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
  }
}
