package evenlight.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time such as 90m, 2h30m or 45s. */
final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    try {
      if (text.matches("(\\d+h)?(\\d+m)?(\\d+s)?")) {
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
      }
    } catch (DateTimeException e) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  private static TypeConversionException refusal(String text) {
    return new TypeConversionException(
        "a time must be written like 90m, 2h30m or 45s, but is \"%s\"".formatted(text));
  }
}
