package evenlight.cli;

import evenlight.bracket.Bracket;
import evenlight.bracket.ReferenceExposure;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which photograph the others follow. */
final class ReferenceOptions {
  /** The option. */
  static final String NAME = "--reference";

  private static final String AUTO = "auto";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = NAME,
      paramLabel = "INDEX|auto",
      defaultValue = AUTO,
      description = {
        "Which photograph the others follow: 1 is the first one given; auto, the default, the one",
        "with the most well-exposed pixels."
      })
  private String reference;

  /** Whether the program chooses. */
  boolean isAuto() {
    return reference.equals(AUTO);
  }

  /**
   * Checks the choice.
   *
   * @param images how many were given
   * @throws ParameterException if it is neither auto nor one of them
   */
  void check(int images) {
    if (!isAuto() && (number() < 1 || number() > images)) {
      throw new ParameterException(
          command.commandLine(),
          "the reference must be auto or the number of an image, 1 to %d, but is %s"
              .formatted(images, reference));
    }
  }

  /**
   * The place of the reference in a bracket, counted from 0, the darkest.
   *
   * @param images as they were given, the names of the bracket's exposures
   * @throws IllegalArgumentException if the bracket has not the one that was chosen
   */
  int indexIn(Bracket bracket, List<Path> images) {
    if (isAuto()) {
      return ReferenceExposure.indexIn(bracket);
    }
    String name = images.get(number() - 1).toString();
    for (int i = 0; i < bracket.size(); i++) {
      if (bracket.exposures().get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "the reference must be among the images that are fused, but %s is not".formatted(name));
  }

  /** The number given, or 0 for what is none. */
  private int number() {
    try {
      return Integer.parseInt(reference);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
