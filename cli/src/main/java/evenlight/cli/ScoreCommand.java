package evenlight.cli;

import evenlight.evaluation.PhotoScores;
import evenlight.evaluation.report.ScoreJson;
import evenlight.metric.Metric;
import evenlight.metric.MetricCard;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.Metrics;
import evenlight.metric.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a fused picture against its sources; prints the numbers and how they were made. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Measures how well a picture was fused from its sources, whatever program made it.",
      "Prints each number with its conventions."
    },
    footer = {
      "",
      "Examples:",
      "  evenlight score fused.png under.jpg over.jpg",
      "  evenlight score fused.png under.png over.png --reference gt.png --metric all --json"
    })
final class ScoreCommand implements Callable<Integer> {
  private static final int FEWEST_SOURCES = 2;

  @Spec private CommandSpec spec;
  @Mixin private MetricOptions options;
  @Mixin private Messages messages;

  @Parameters(
      index = "0",
      paramLabel = "FUSED",
      description = "The picture to measure: PNG, JPEG or TIFF.")
  private Path fused;

  @Parameters(
      index = "1..*",
      paramLabel = "SOURCE",
      description = "The photographs that it was fused from, two or more, in any order.")
  private List<Path> sources = List.of();

  @Option(
      names = "--reference",
      paramLabel = "GT",
      description = "The ground truth; metrics such as psnr need it.")
  private Optional<Path> reference;

  @Option(names = "--json", description = "Print the numbers as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<Metric> metrics = options.metrics(MetricOptions.ALL);
    check(metrics);
    Map<String, Score> scores =
        PhotoScores.of(fused, sources, reference, metrics, options.colour());
    List<MetricCard> cards = scores.keySet().stream().map(id -> Metrics.named(id).card()).toList();
    String samples = options.colour().description();
    messages.result(
        json
            ? ScoreJson.of(scores, cards, samples)
            : table(scores, cards) + "\nsamples: " + samples);
    return 0;
  }

  private void check(List<Metric> metrics) {
    if (sources.size() < FEWEST_SOURCES) {
      throw new ParameterException(
          spec.commandLine(),
          "score needs at least %d sources, but found %d"
              .formatted(FEWEST_SOURCES, sources.size()));
    }
    for (Metric metric : metrics) {
      if (metric.card().against() == Against.REFERENCE
          && reference.isEmpty()
          && options.isNamed(metric)) {
        throw new ParameterException(
            spec.commandLine(),
            "the metric %s must have a ground truth, but --reference is not given"
                .formatted(metric.card().id()));
      }
    }
  }

  private String table(Map<String, Score> scores, List<MetricCard> cards) {
    TextTable table = new TextTable("METRIC", "VALUE", "BETTER", "CONVENTIONS");
    for (MetricCard card : cards) {
      Score score = Objects.requireNonNull(scores.get(card.id()));
      table.add(
          List.of(
              card.id(),
              text(score.value()),
              card.direction().name().toLowerCase(Locale.ROOT),
              card.conventions()));
      score.caveats().forEach(caveat -> messages.note(card.id() + ": " + caveat.text()));
    }
    return table.toString();
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.6f", value.getAsDouble()) : "none";
  }
}
