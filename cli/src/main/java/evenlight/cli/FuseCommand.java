package evenlight.cli;

import evenlight.fusion.MethodCard;
import java.io.IOException;
import java.nio.file.Path;
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
  private static final int MOST_IMAGES = 64;

  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;
  @Mixin private MethodOptions options;
  @Mixin private PhotoOptions photos;
  @Mixin private AlignOptions alignment;
  @Mixin private GhostOptions ghosts;
  @Mixin private ReferenceOptions reference;
  @Mixin private Messages messages;

  @Parameters(
      paramLabel = "IMAGE",
      arity = "0..*",
      description = {
        "Photographs of one scene and size, in any order: PNG, JPEG or TIFF. 2 to 64, where the",
        "method takes so many."
      })
  private List<Path> images = List.of();

  @Option(names = "--json", description = "Print what was done as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    options.settings();
    requireCount(options.card());
    output.check(images);
    photos.check(output, images);
    reference.check(images.size());
    alignment.check(output.overwrites());
    ghosts.check(images, output);
    List<BracketStep> steps = steps();
    FusionReport report = new FusionRun(options, photos, steps, messages).fuse(images, output);
    messages.result(json ? Json.of(report) : report.output());
    return 0;
  }

  /** What the method depends on beside the images. */
  String fingerprint() throws IOException {
    return options.create().fingerprint();
  }

  /** What moved is told apart only once the frames lie over one another. */
  private List<BracketStep> steps() {
    int threads = options.where().threads();
    List<BracketStep> steps = new ArrayList<>(alignment.steps(reference, images, threads));
    steps.addAll(ghosts.steps(reference, images, threads));
    return steps;
  }

  private void requireCount(MethodCard method) {
    int count = images.size();
    int most = Math.min(MOST_IMAGES, method.mostExposures());
    if (count < FEWEST_IMAGES || count > most) {
      throw new ParameterException(
          spec.commandLine(),
          "the method %s needs %s images, but found %d"
              .formatted(method.id(), most == FEWEST_IMAGES ? "exactly 2" : "2 to " + most, count));
    }
  }
}
