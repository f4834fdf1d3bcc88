package evenlight.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
  @Mixin private OutputOptions output;
  @Mixin private PipelineOptions pipeline;
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
    pipeline.check();
    FusionTarget target = output.target();
    pipeline.check(images, target);
    FusionReport report = pipeline.run(images, messages).fuse(images, target, messages::note);
    messages.result(json ? Json.of(report) : report.output());
    return 0;
  }

  /** What the method depends on beside the images. */
  String fingerprint() throws IOException {
    return pipeline.create().fingerprint();
  }
}
