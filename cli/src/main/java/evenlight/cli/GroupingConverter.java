package evenlight.cli;

import evenlight.card.Grouping;
import evenlight.card.Grouping.Rule;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a rule of {@code --by}: auto, time, ev or count=N. */
final class GroupingConverter implements ITypeConverter<Grouping> {
  private static final String COUNT = "count=";

  @Override
  public Grouping convert(String text) {
    String rule = text.toLowerCase(Locale.ROOT);
    return switch (rule) {
      case "auto" -> Grouping.by(Rule.AUTO);
      case "time" -> Grouping.by(Rule.TIME);
      case "ev" -> Grouping.by(Rule.EV);
      default -> byCount(rule);
    };
  }

  private static Grouping byCount(String rule) {
    if (!rule.matches(COUNT + "\\d{1,6}")) {
      throw new TypeConversionException(
          "sets must be found by auto, time, ev or count=N, but by is \"%s\"".formatted(rule));
    }
    try {
      return Grouping.byCount(Integer.parseInt(rule.substring(COUNT.length())));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(FailureMessage.of(e));
    }
  }
}
