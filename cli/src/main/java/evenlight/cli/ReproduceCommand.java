package evenlight.cli;

import evenlight.cli.Sidecar.PlacedFile;
import evenlight.image.io.Photos;
import evenlight.image.io.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a picture again from what lies beside it. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Makes a picture again, to the same bytes, from the record that fuse --sidecar wrote.",
      "Refuses if a photograph, a file that an option names, the method or the version is another.",
      "Files are looked for where they were, and beside the record. Prints the picture's path."
    },
    footer = {
      "",
      "Example:",
      "  evenlight fuse under.jpg over.jpg -o fused.jpg --sidecar",
      "  evenlight reproduce fused.jpg.json -o again.jpg"
    })
final class ReproduceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Messages messages;

  @Parameters(paramLabel = "SIDECAR", description = "What fuse --sidecar wrote: OUT.json.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The picture to write, of the same type; where it was without it.")
  private Optional<Path> output;

  @Mixin private WeightsFolderOption weightsFolder;

  @Option(names = "--overwrite", description = "Replace OUT if it exists.")
  private boolean overwrite;

  @Override
  public Integer call() throws IOException {
    Sidecar sidecar = Sidecar.read(file);
    Path target = output.orElse(Path.of(sidecar.output()));
    requireSameVersion(sidecar.provenance().version());
    requireSameType(target, sidecar);
    FuseCommand fuse = new FuseCommand();
    parse(fuse, arguments(sidecar, target));
    requireSameMethod(fuse, sidecar.provenance().method());
    fuse.call();
    String hash = Sha256.of(target);
    if (!hash.equals(sidecar.sha256())) {
      throw new IOException(
          "%s must have the bytes of %s (SHA-256 %s), but has others (%s): this processor or Java"
                  .formatted(target, sidecar.output(), sidecar.sha256(), hash)
              + " computes differently");
    }
    return 0;
  }

  private void parse(FuseCommand fuse, List<String> arguments) {
    messages.detail("fuse %s", String.join(" ", arguments));
    new CommandLine(fuse)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(spec.commandLine().getOut())
        .setErr(spec.commandLine().getErr())
        .parseArgs(arguments.toArray(String[]::new));
  }

  private List<String> arguments(Sidecar sidecar, Path target) throws IOException {
    List<String> arguments = new ArrayList<>();
    sidecar
        .provenance()
        .settings()
        .forEach(
            (option, values) -> {
              arguments.add(option);
              arguments.addAll(values);
            });
    for (Map.Entry<String, PlacedFile> named : sidecar.files().entrySet()) {
      arguments.add(named.getKey());
      arguments.add(found(named.getValue(), named.getKey()).toString());
    }
    weightsFolder
        .given()
        .ifPresent(
            folder -> arguments.addAll(List.of(WeightsFolderOption.NAME, folder.toString())));
    arguments.add("--output");
    arguments.add(target.toString());
    if (overwrite) {
      arguments.add("--overwrite");
    }
    if (messages.isVerbose()) {
      arguments.add(Messages.VERBOSE);
    }
    arguments.add("--");
    for (PlacedFile input : sidecar.inputs()) {
      arguments.add(found(input, "the input").toString());
    }
    return arguments;
  }

  /** The file with the right content: where it was, seen from here or from the sidecar. */
  private Path found(PlacedFile expected, String what) throws IOException {
    Path here = Path.of(expected.path());
    List<Path> places =
        Stream.of(here, file.resolveSibling(here), file.resolveSibling(here.getFileName()))
            .filter(Files::isRegularFile)
            .distinct()
            .toList();
    String other = "";
    for (Path place : places) {
      String hash = Sha256.of(place);
      if (hash.equals(expected.sha256())) {
        return place;
      }
      other = hash;
    }
    throw new IOException(
        places.isEmpty()
            ? "%s %s must be there or beside %s, but is not".formatted(what, here, file)
            : "%s %s must be the same as then (SHA-256 %s), but is another (%s)"
                .formatted(what, places.get(0), expected.sha256(), other));
  }

  private static void requireSameVersion(String version) throws IOException {
    if (!version.equals(Version.number())) {
      throw new IOException(
          "the picture was made by version %s, and can only be made again by it, but this is %s"
              .formatted(version, Version.number()));
    }
  }

  private static void requireSameType(Path target, Sidecar sidecar) {
    if (!Photos.sameFormat(target, Path.of(sidecar.output()))) {
      throw new IllegalArgumentException(
          "the picture must be of the same type as %s, but is %s"
              .formatted(sidecar.output(), target));
    }
  }

  private static void requireSameMethod(FuseCommand fuse, String expected) throws IOException {
    String found = fuse.fingerprint();
    if (!found.equals(expected)) {
      throw new IOException(
          "the method must be the one of then (%s), but is another (%s)"
              .formatted(expected, found));
    }
  }
}
