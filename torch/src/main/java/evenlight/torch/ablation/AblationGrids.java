package evenlight.torch.ablation;

import static java.util.stream.Collectors.joining;

import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.evaluation.report.Mark;
import evenlight.evaluation.report.Numbers;
import evenlight.evaluation.report.ScoreTables;
import evenlight.metric.MetricCard;
import evenlight.torch.ablation.AblationTable.Row;
import evenlight.torch.network.LcndrConfig;
import evenlight.torch.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The tables of a study in the shapes that the paper gives them. */
final class AblationGrids {
  private static final String THERE = "✓";

  private final AblationPlan plan;
  private final AblationScores scores;

  AblationGrids(AblationPlan plan, AblationScores scores) {
    this.plan = plan;
    this.scores = scores;
  }

  /** What was studied, as far as a line each can say. */
  Grid study(
      StudyData training,
      StudyData test,
      List<String> shared,
      List<String> diverged,
      String version) {
    TrainingPlan trained = plan.training();
    String seeds = scores.seeds().stream().map(String::valueOf).collect(joining(", "));
    List<Line> lines =
        List.of(
            line(
                "plan",
                "%s, %s for each network".formatted(trained.name(), trained.run().length())),
            line("seeds", seeds),
            line("data", training.label()),
            line("test", test.label()),
            line("test scenes with a frame that is also in the data", listed(shared)),
            line("trainings that diverged", listed(diverged)),
            line("pictures that failed", Integer.toString(scores.failures())),
            line("version", "Evenlight " + version));
    return new Grid("What was studied", "What", List.of("Value"), lines);
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static Line line(String head, String... texts) {
    return new Line(Kind.VALUES, head, Stream.of(texts).map(Cell::of).toList());
  }

  /** Every network and its size. */
  Grid variants(Map<String, Long> parameters) {
    List<Line> lines = new ArrayList<>();
    for (Variant variant : plan.variants()) {
      String count = String.format(Locale.ROOT, "%,d", parameters.getOrDefault(variant.id(), 0L));
      lines.add(line(variant.id(), variant.description(), count));
    }
    return new Grid("Variants", "Variant", List.of("Network", "Parameters"), lines);
  }

  /** One of the paper's tables; that of the trade-off has a column for each network. */
  Grid of(AblationTable table) {
    return table == AblationTable.TRADE_OFF ? across(table) : down(table);
  }

  private Grid across(AblationTable table) {
    List<Line> lines = new ArrayList<>();
    for (MetricCard metric : scores.metrics()) {
      lines.add(new Line(Kind.VALUES, ScoreTables.name(metric), cells(table.variants(), metric)));
    }
    List<String> columns = table.rows().stream().map(Row::label).toList();
    return new Grid(table.caption(), "Metric", columns, lines);
  }

  private Grid down(AblationTable table) {
    List<String> modules = table == AblationTable.MODULES ? List.of("C", "E", "S") : List.of();
    List<List<Cell>> values =
        scores.metrics().stream().map(metric -> cells(table.variants(), metric)).toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      List<Cell> cells = new ArrayList<>(modules.isEmpty() ? List.of() : modules(row.variant()));
      for (List<Cell> column : values) {
        cells.add(column.get(i));
      }
      lines.add(new Line(Kind.VALUES, row.label(), cells));
    }
    Stream<String> metrics = scores.metrics().stream().map(ScoreTables::name);
    return new Grid(
        table.caption(), "Network", Stream.concat(modules.stream(), metrics).toList(), lines);
  }

  private List<Cell> modules(String id) {
    LcndrConfig network =
        plan.variants().stream()
            .filter(variant -> variant.id().equals(id))
            .findFirst()
            .orElseThrow()
            .network();
    return Stream.of(network.collaborative(), network.edgeRevision(), network.selfAttention())
        .map(there -> Cell.of(there ? THERE : ""))
        .toList();
  }

  /** One metric of several networks, marked among each other by their means. */
  private List<Cell> cells(List<String> variants, MetricCard metric) {
    List<Spread> spreads =
        variants.stream().map(variant -> scores.spread(variant, metric)).toList();
    List<OptionalDouble> means = spreads.stream().map(Spread::mean).toList();
    int decimals = decimals(metric);
    List<Mark> marks = Mark.of(means, metric.direction(), decimals);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < spreads.size(); i++) {
      cells.add(new Cell(spreads.get(i).text(decimals), marks.get(i)));
    }
    return cells;
  }

  /** The same for all tables, so that the whole network reads alike in each. */
  private int decimals(MetricCard metric) {
    return Numbers.decimals(
        plan.variants().stream()
            .flatMapToDouble(variant -> scores.spread(variant.id(), metric).mean().stream())
            .toArray());
  }

  /** By how much the whole network is better than each other, and with how many of the seeds. */
  Grid gains() {
    List<Line> lines = new ArrayList<>();
    for (Variant variant : plan.variants()) {
      if (!variant.id().equals(Variant.FULL)) {
        List<Cell> cells =
            scores.metrics().stream().map(metric -> Cell.of(gain(variant.id(), metric))).toList();
        lines.add(new Line(Kind.VALUES, variant.id(), cells));
      }
    }
    List<String> metrics = scores.metrics().stream().map(MetricCard::name).toList();
    return new Grid("What the whole network gains over each variant", "Variant", metrics, lines);
  }

  private String gain(String variant, MetricCard metric) {
    List<Double> gains = scores.gains(variant, metric);
    if (gains.isEmpty()) {
      return Numbers.NONE;
    }
    long better = gains.stream().filter(gain -> gain > 0).count();
    Spread spread = Spread.of(gains);
    String sign = spread.mean().orElse(0) > 0 ? "+" : "";
    return "%s%s (%d of %d)".formatted(sign, spread.text(decimals(metric)), better, gains.size());
  }

  /** For each metric the variants that the whole network is not better than, in the mean. */
  List<String> withoutGain() {
    return scores.metrics().stream().map(this::withoutGain).toList();
  }

  private String withoutGain(MetricCard metric) {
    List<String> others = new ArrayList<>();
    int compared = 0;
    for (Variant variant : plan.variants()) {
      OptionalDouble gain = Spread.of(scores.gains(variant.id(), metric)).mean();
      if (!variant.id().equals(Variant.FULL) && gain.isPresent()) {
        compared++;
        if (gain.getAsDouble() <= 0) {
          others.add(variant.id());
        }
      }
    }
    return "By %s the whole network is better than %d of %d variants%s"
        .formatted(
            metric.name(),
            compared - others.size(),
            compared,
            others.isEmpty() ? "." : ", but not than " + String.join(", ", others) + ".");
  }
}
