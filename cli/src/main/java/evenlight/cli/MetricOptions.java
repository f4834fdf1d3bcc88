package evenlight.cli;

import evenlight.image.io.Colour;
import evenlight.metric.Metric;
import evenlight.metric.Metrics;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is measured and on which samples. */
final class MetricOptions {
  /** Stands for every metric. */
  static final String ALL = "all";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--metric",
      paramLabel = "ID",
      split = ",",
      description = {
        "What to measure, see evenlight metrics; several are joined by commas.",
        "all: every metric."
      })
  private List<String> ids = List.of();

  @Option(
      names = "--colour",
      paramLabel = "stored|srgb",
      defaultValue = "stored",
      description = {
        "How files are decoded: samples as stored, whatever their colour profile, as published",
        "scores are; or converted to sRGB (default: ${DEFAULT-VALUE})."
      })
  private Colour colour;

  /**
   * The metrics, in the order given.
   *
   * @param otherwise ids of those that are measured where none is named
   * @throws ParameterException if there is no such metric; the message lists the known ones
   */
  List<Metric> metrics(String... otherwise) {
    try {
      return (ids.isEmpty() ? Stream.of(otherwise) : ids.stream())
          .flatMap(MetricOptions::named)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), FailureMessage.of(e), e);
    }
  }

  private static Stream<Metric> named(String id) {
    return id.equals(ALL) ? Metrics.all().stream() : Stream.of(Metrics.named(id));
  }

  /** Whether a metric was asked for by its name, not with all others. */
  boolean isNamed(Metric metric) {
    return ids.contains(metric.card().id());
  }

  Colour colour() {
    return colour;
  }
}
