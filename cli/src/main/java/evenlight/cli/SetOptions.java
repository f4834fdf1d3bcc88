package evenlight.cli;

import evenlight.card.CardFiles;
import evenlight.card.FoundCard;
import evenlight.card.FoundSet;
import evenlight.card.Grouping;
import evenlight.card.PhotoLooks;
import evenlight.card.SetFinder;
import evenlight.card.SetManifest;
import evenlight.card.ShotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which photographs are looked at, and by which rules they become sets. */
final class SetOptions {
  private static final double LEAST_CONFIDENCE = 0.5;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      description = "Folders of photographs, with all folders below: PNG, JPEG or TIFF.")
  private List<Path> folders = List.of();

  @Option(
      names = "--by",
      paramLabel = "time|ev|count=N",
      defaultValue = "auto",
      converter = GroupingConverter.class,
      description = {
        "One rule alone: pauses, the sequence of exposures, or so many photographs a set. Without",
        "it (auto) all rules, and where they leave doubts the pictures."
      })
  private Grouping grouping;

  @Option(
      names = "--pause",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "After how long a pause time alone ends a set, as 5s (default: 3s).")
  private Optional<Duration> pause;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "The sets, as --dry-run printed them and you changed them, instead of DIR.")
  private Optional<Path> manifest;

  @Option(
      names = "--min-confidence",
      paramLabel = "X",
      description = {
        "Sets less sure than this are listed but not fused (default: 0.5, or 0 where --by or",
        "--manifest says what a set is)."
      })
  private Optional<Double> leastConfidence;

  /**
   * What there is to fuse.
   *
   * @param card sets and single photographs
   * @param unreadable files that are no photographs although their names say so
   */
  record Found(FoundCard card, List<ShotReader.Unreadable> unreadable) {}

  /**
   * Checks what can be checked before anything is read.
   *
   * @throws ParameterException if options contradict each other
   */
  void check() {
    if (folders.isEmpty() == manifest.isEmpty()) {
      throw usage(
          folders.isEmpty()
              ? "a folder of photographs or a --manifest must be given, but neither is"
              : "folders or a --manifest must be given, but both are");
    }
    double least = leastConfidence();
    if (!(least >= 0 && least <= 1)) {
      throw usage("the confidence must be in 0 to 1, but is " + least);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /**
   * Finds the sets.
   *
   * @param output a folder that holds no sources, if there is one
   */
  Found find(Optional<Path> output, Messages messages) throws IOException {
    if (manifest.isPresent()) {
      return new Found(SetManifest.read(manifest.get()), List.of());
    }
    CardFiles files = CardFiles.in(folders, output);
    messages.progress("reading %d photographs".formatted(files.photographs().size()));
    if (!files.others().isEmpty()) {
      messages.note("left out what is no PNG, JPEG or TIFF: " + String.join(", ", files.others()));
    }
    ShotReader.Shots read = ShotReader.read(files.photographs());
    Grouping rules = pause.map(grouping::withPause).orElse(grouping);
    FoundCard card = new SetFinder(rules, new PhotoLooks()).find(read.shots());
    return new Found(card, read.unreadable());
  }

  List<Path> folders() {
    return folders;
  }

  /** Whether a set is sure enough to be fused. */
  boolean isSure(FoundSet set) {
    return set.confidence() >= leastConfidence();
  }

  private double leastConfidence() {
    boolean found = manifest.isEmpty() && grouping.rule() == Grouping.Rule.AUTO;
    return leastConfidence.orElse(found ? LEAST_CONFIDENCE : 0);
  }
}
