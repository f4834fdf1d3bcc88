package evenlight.cli;

import evenlight.align.Alignment;
import evenlight.bracket.Bracket;
import evenlight.bracket.BracketReader;
import evenlight.bracket.Exposure;
import evenlight.flow.FlowAlignment.Aligned;
import evenlight.fusion.FusionSettings;
import evenlight.image.io.AtomicFile;
import evenlight.image.io.Attachments;
import evenlight.image.io.Photos;
import evenlight.image.io.PixelLimit;
import evenlight.image.metadata.ExifTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Aligns photographs and writes them; prints their paths. */
@Command(
    name = "align",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Brings hand-held photographs of different exposure to lie over one another.",
      "Writes them under their names into a folder and prints their paths, darkest first."
    },
    footer = {"", "Example:", "  evenlight align IMG_1.jpg IMG_2.jpg IMG_3.jpg -o aligned"})
final class AlignCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private AlignOptions options;
  @Mixin private ReferenceOptions reference;
  @Mixin private DeviceOptions where;
  @Mixin private WeightsFolderOption weights;
  @Mixin private OutputFolderOption destination;
  @Mixin private Messages messages;

  @Parameters(
      paramLabel = "IMAGE",
      arity = "0..*",
      description = "2 to 64 photographs of one scene and size, in any order: PNG, JPEG or TIFF.")
  private List<Path> images = List.of();

  @Option(names = "--overwrite", description = "Replace files that exist.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print what was found as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    int count = images.size();
    if (count < PipelineOptions.FEWEST_IMAGES || count > PipelineOptions.MOST_IMAGES) {
      throw new ParameterException(
          spec.commandLine(),
          "%d to %d images are needed, but found %d"
              .formatted(PipelineOptions.FEWEST_IMAGES, PipelineOptions.MOST_IMAGES, count));
    }
    reference.check(count);
    FusionSettings settings =
        new FusionSettings(
            Optional.empty(), weights.given(), where.device(), where.threadCount(), Map.of());
    options.check(overwrite, settings);
    Map<String, Path> outputs = outputs();
    Bracket bracket = new BracketReader(PixelLimit.DEFAULT, messages::note).read(images);
    if (options.isByFlow()) {
      Aligned aligned = options.flow(reference, images, settings).align(bracket, messages::note);
      write(aligned.bracket(), outputs, FlowReport.of(aligned, outputs));
    } else {
      Alignment alignment = options.find(bracket, reference, images, where.threads());
      Bracket aligned = options.apply(bracket, alignment, where.threads(), messages::note);
      write(aligned, outputs, AlignmentReport.of(alignment, aligned, outputs));
    }
    return 0;
  }

  /** Writes photographs and then says which, or what was found. */
  private void write(Bracket aligned, Map<String, Path> outputs, Object report) throws IOException {
    for (Exposure exposure : aligned.exposures()) {
      write(exposure, outputs);
    }
    if (json) {
      messages.result(Json.of(report));
      return;
    }
    for (Exposure exposure : aligned.exposures()) {
      messages.result(output(exposure.name(), outputs).toString());
    }
  }

  /** Where each image goes, by its name, checked before any is read. */
  private Map<String, Path> outputs() throws IOException {
    AtomicFile.makeFolder(destination.folder());
    Map<String, Path> outputs = new LinkedHashMap<>();
    Set<Path> taken = new HashSet<>();
    for (Path image : images) {
      Path output =
          destination.folder().resolve(Optional.ofNullable(image.getFileName()).orElse(image));
      if (!taken.add(output)) {
        throw new IOException(
            "the images must have different names, but two are called " + output.getFileName());
      }
      if (Files.exists(output) && Files.exists(image) && Files.isSameFile(output, image)) {
        throw new IOException("the output must not be one of the images, but is " + image);
      }
      Photos.requireWritable(output, overwrite);
      outputs.put(image.toString(), output);
    }
    return outputs;
  }

  private static void write(Exposure exposure, Map<String, Path> outputs) throws IOException {
    Path output = output(exposure.name(), outputs);
    ExifTags exif = ExifTags.read(Path.of(exposure.name()));
    Optional<ExifTags> kept = exif.isEmpty() ? Optional.empty() : Optional.of(exif);
    String software = Version.software(Version.number());
    Photos.write(exposure.photo(), new Attachments(software, kept, new byte[0]), output);
  }

  private static Path output(String image, Map<String, Path> outputs) {
    return Optional.ofNullable(outputs.get(image)).orElseThrow();
  }
}
