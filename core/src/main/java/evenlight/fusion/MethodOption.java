package evenlight.fusion;

import java.util.List;

/**
 * A choice that a method leaves to its user.
 *
 * @param name lower-case words joined by hyphens
 * @param choices the values that it takes; empty if it takes any number
 * @param defaultValue what holds where nothing is chosen
 * @param meaning what it decides and what each value does
 */
public record MethodOption(String name, List<String> choices, String defaultValue, String meaning) {
  /** Checks that the default is one of the choices. */
  public MethodOption {
    choices = List.copyOf(choices);
    if (!choices.isEmpty() && !choices.contains(defaultValue)) {
      throw new IllegalArgumentException(
          "the default of option %s must be one of %s, but is \"%s\""
              .formatted(name, choices, defaultValue));
    }
  }

  /** The value in some settings, or the default. */
  public String in(FusionSettings settings) {
    return settings.options().getOrDefault(name, defaultValue);
  }

  /** The value in some settings as a number. */
  public double numberIn(FusionSettings settings) {
    return Double.parseDouble(in(settings));
  }

  void check(String value) {
    boolean fits = choices.isEmpty() ? isNumber(value) : choices.contains(value);
    if (!fits) {
      throw new IllegalArgumentException(
          "the option %s must be %s, but is \"%s\""
              .formatted(name, choices.isEmpty() ? "a number" : "one of " + choices, value));
    }
  }

  private static boolean isNumber(String value) {
    try {
      return Double.isFinite(Double.parseDouble(value));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
