package evenlight.cli;

import evenlight.fusion.FusionMethod;
import evenlight.image.io.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All settings of a command that its results depend on, in one text. */
final class SettingsText {
  /** A picture may be off by a rounding with another number of threads; that is no reason. */
  private static final String THREADS = "--threads";

  /** The same where a method's fingerprint has it. */
  private static final Pattern THREADS_OF_METHOD = Pattern.compile(", \\d+ threads$");

  private SettingsText() {}

  /**
   * Names and values in alphabetical order; of a file that is named, the hash of its bytes.
   *
   * @param method whose fingerprint stands for what no option names, such as imported weights
   */
  static String of(CommandSpec command, FusionMethod method) throws IOException {
    List<OptionSpec> options =
        command.options().stream()
            .filter(option -> Settings.matters(option.longestName()))
            .filter(option -> !option.longestName().equals(THREADS))
            .sorted(Comparator.comparing(OptionSpec::longestName))
            .toList();
    StringBuilder text = new StringBuilder();
    for (OptionSpec option : options) {
      text.append(option.longestName()).append('=').append(text(option.getValue())).append('\n');
    }
    return text.append("method=")
        .append(THREADS_OF_METHOD.matcher(method.fingerprint()).replaceFirst(""))
        .append('\n')
        .toString();
  }

  private static String text(@Nullable Object value) throws IOException {
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? text(optional.get()) : "";
    }
    if (value instanceof Collection<?> values) {
      StringBuilder text = new StringBuilder();
      for (Object one : values) {
        text.append(text(one)).append(',');
      }
      return text.toString();
    }
    return value instanceof Path file && Files.isRegularFile(file)
        ? Sha256.of(Files.readAllBytes(file))
        : String.valueOf(value);
  }
}
