package evenlight.cli;

import java.io.IOException;
import java.nio.file.Path;
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
  @Spec private CommandSpec spec;
  @Mixin private OutputOptions output;
  @Mixin private PipelineOptions pipeline;
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
    FusionRun run = pipeline.run(messages);
    requireCount();
    FusionReport report = run.fuse(images, output.target(images), messages::note);
    messages.result(json ? Json.of(report) : report.output());
    return 0;
  }

  private void requireCount() {
    try {
      pipeline.requireCount(images.size());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), FailureMessage.of(e), e);
    }
  }
}
