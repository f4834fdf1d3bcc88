package evenlight.cli;

import evenlight.metric.Metric;
import evenlight.metric.MetricCard;
import evenlight.metric.Metrics;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the metrics with their conventions: as a table, as JSON or as the page of the docs. */
@Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists what can be measured and how, for use with --metric.",
    footer = {"", "Example:", "  evenlight metrics --json"})
final class MetricsCommand implements Callable<Integer> {
  @Mixin private Messages messages;

  @Option(names = "--json", description = "Print the cards as a JSON array.")
  private boolean json;

  @Option(names = "--markdown", description = "Print docs/metrics.md.")
  private boolean markdown;

  @Override
  public Integer call() {
    List<MetricCard> cards = Metrics.all().stream().map(Metric::card).toList();
    if (markdown) {
      messages.result(MetricsPage.of(cards));
    } else {
      messages.result(json ? Json.of(cards) : table(cards));
    }
    return 0;
  }

  private static String table(List<MetricCard> cards) {
    TextTable table = new TextTable("ID", "NAME", "AGAINST", "BETTER", "RANGE", "CONVENTIONS");
    for (MetricCard card : cards) {
      table.add(
          List.of(
              card.id(),
              card.name(),
              word(card.against()),
              word(card.direction()),
              card.range(),
              card.conventions()));
    }
    return table.toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
