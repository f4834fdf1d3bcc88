package evenlight.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an amount of memory such as 800M or 2G, in powers of ten. */
final class BytesConverter implements ITypeConverter<Long> {
  private static final Pattern AMOUNT = Pattern.compile("([1-9]\\d{0,5})([MmGg])");
  private static final long MEGABYTE = 1_000_000;

  @Override
  public Long convert(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      throw new TypeConversionException(
          "an amount of memory must be written like 800M or 2G, but is \"%s\"".formatted(text));
    }
    boolean giga = amount.group(2).equalsIgnoreCase("G");
    return Long.parseLong(amount.group(1)) * MEGABYTE * (giga ? 1000 : 1);
  }

  /** As people write it, rounded up. */
  static String text(long bytes) {
    return (bytes + MEGABYTE - 1) / MEGABYTE + "M";
  }
}
