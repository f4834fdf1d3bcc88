package evenlight.cli;

import evenlight.bracket.Bracket;
import evenlight.ghost.Deghosted;
import evenlight.ghost.Deghosting;
import evenlight.ghost.GhostLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether what moved between the photographs is replaced before they are fused. */
final class GhostOptions {
  /** The option that names where the mask is written. */
  static final String MASK = "--ghost-mask";

  private static final String PNG = ".png";

  /** How readily something is taken for motion. */
  enum Choice {
    OFF,
    LOW,
    HIGH
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--deghost",
      paramLabel = "off|low|high",
      defaultValue = "off",
      description = {
        "Take moving things from the reference alone: off, the default; low, certain motion of",
        "some size; high, fainter and smaller motion, too."
      })
  private Choice choice;

  @Option(
      names = MASK,
      paramLabel = "FILE",
      description = "Write where photographs were replaced, white, as a PNG file.")
  private Optional<Path> mask = Optional.empty();

  /**
   * Checks what can be checked before any image is read.
   *
   * @param images as they were given
   * @throws ParameterException if options contradict each other
   * @throws IOException if the mask could not be written, or is an image or the picture
   */
  void check(List<Path> images, FusionTarget target) throws IOException {
    if (mask.isEmpty()) {
      return;
    }
    Path file = mask.get();
    if (choice == Choice.OFF) {
      throw usage(MASK + " needs --deghost low or high");
    }
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(PNG)) {
      throw usage("the ghost mask must be a file that ends with .png, but is " + file);
    }
    target.checkBeside(file, images, "the ghost mask");
  }

  /**
   * What is to be done to a bracket; nothing if it is off.
   *
   * @param images as they were given
   * @param threads 0 means one per core
   */
  List<BracketStep> steps(ReferenceOptions reference, List<Path> images, int threads) {
    if (choice == Choice.OFF) {
      return List.of();
    }
    Deghosting deghosting = new Deghosting(GhostLevel.valueOf(choice.name()), threads);
    return List.of(
        (bracket, notes) ->
            replace(deghosting, bracket, reference.indexIn(bracket, images), notes));
  }

  private Bracket replace(
      Deghosting deghosting, Bracket bracket, int reference, Consumer<String> notes)
      throws IOException {
    Deghosted result = deghosting.apply(bracket, reference);
    notes.accept(describe(result));
    if (mask.isPresent()) {
      result.mask().write(mask.get());
    }
    return result.bracket();
  }

  private static String describe(Deghosted result) {
    String reference = result.reference().name();
    if (result.replaced().isEmpty()) {
      return "nothing moves compared with " + reference;
    }
    return result.replaced().stream()
        .map(part -> String.format(Locale.ROOT, "%.1f %% of %s", 100 * part.share(), part.name()))
        .collect(Collectors.joining(", ", "what moves is taken from " + reference + ": ", ""));
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
