package evenlight.cli;

import evenlight.card.FoundSet;
import evenlight.image.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the pictures of a batch go and how they are written. */
final class BatchOutputOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUTDIR",
      description = "The folder for the pictures; made if it does not exist.")
  private Optional<Path> folder;

  @Option(
      names = "--format",
      paramLabel = "png|jpg|tif",
      defaultValue = "png",
      description = "The type of the pictures (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Mixin private PictureOptions picture;

  @Option(
      names = "--resume",
      description = "Go on with a batch that was stopped: what it made is kept, the rest is made.")
  private boolean resume;

  /** Types of pictures by their endings. */
  enum Format {
    PNG,
    JPG,
    TIF;

    String ending() {
      return switch (this) {
        case PNG -> ".png";
        case JPG -> ".jpg";
        case TIF -> ".tif";
      };
    }
  }

  /** The folder, if one is given. */
  Optional<Path> folder() {
    return folder;
  }

  /**
   * The folder.
   *
   * @throws ParameterException if none is given
   */
  Path requiredFolder() {
    return folder.orElseThrow(
        () ->
            new ParameterException(
                command.commandLine(), "the folder -o OUTDIR must be given, but is not"));
  }

  boolean overwrite() {
    return picture.overwrite();
  }

  boolean resume() {
    return resume;
  }

  /**
   * The picture of a set.
   *
   * @throws ParameterException if the depth is not possible
   */
  FusionTarget target(String set) {
    return picture.target(requiredFolder().resolve(set + format.ending()));
  }

  /**
   * Checks that the folder holds no sources.
   *
   * @throws IOException if it is one of the cards, or lies in one and holds something else than a
   *     batch
   */
  void requireApartFrom(List<Path> cards) throws IOException {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return;
    }
    Path here = folder.get().toRealPath();
    boolean isBatch = Files.exists(here.resolve(BatchFolder.NOTES));
    for (Path card : cards) {
      boolean within = Files.isDirectory(card) && here.startsWith(card.toRealPath());
      boolean same = within && here.equals(card.toRealPath());
      if (same || (within && !isBatch && !isEmpty(here))) {
        throw new IOException(
            "the output must be a folder without sources, but %s %s"
                .formatted(
                    folder.get(), same ? "is a card" : "lies in " + card + " and is not empty"));
      }
    }
  }

  /**
   * Checks, before any photograph is read, that the folder can be written to or made.
   *
   * @throws IOException if it cannot; the message names what is in the way
   */
  void requireWritable() throws IOException {
    Path there = folder.map(Path::toAbsolutePath).orElse(null);
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there != null) {
      AtomicFile.requireWritable(there.resolve(BatchFolder.NOTES + "-probe"), true);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /**
   * Checks, before work starts, that nothing is in the way.
   *
   * @throws IOException if pictures exist that must not be replaced
   */
  void requireNew(List<FoundSet> sets) throws IOException {
    if (resume || overwrite()) {
      return;
    }
    List<Path> there =
        sets.stream().map(set -> target(set.name()).file()).filter(Files::exists).toList();
    if (!there.isEmpty()) {
      throw new IOException(
          "the outputs must be new files, but %d of %d exist, as %s; --resume goes on with a batch"
                  .formatted(there.size(), sets.size(), there.get(0))
              + " that was stopped, --overwrite replaces them");
    }
  }
}
