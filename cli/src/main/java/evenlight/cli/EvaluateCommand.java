package evenlight.cli;

import evenlight.dataset.Dataset;
import evenlight.evaluation.Contender;
import evenlight.evaluation.Evaluation;
import evenlight.evaluation.EvaluationPlan;
import evenlight.evaluation.Frames;
import evenlight.evaluation.ResultFolder;
import evenlight.evaluation.RunFolder;
import evenlight.evaluation.ScoreTable;
import evenlight.evaluation.StoredPictures;
import evenlight.evaluation.report.Reports;
import evenlight.evaluation.report.ScoreJson;
import evenlight.evaluation.report.ScoreTables;
import evenlight.metric.Metric;
import evenlight.metric.MetricCard.Against;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fuses the scenes of a dataset by several methods, scores the results, and makes tables. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Fuses every scene of a dataset by every method and scores the results by every metric.",
      "Prints the table of means; with -o also writes scores.csv, scores.json, scores.md,",
      "scores.tex, the fused pictures and report.html. A run that was stopped goes on where it",
      "was when the same command is given again."
    },
    footer = {
      "",
      "Examples:",
      "  evenlight evaluate --data scenes --method lcndr -o results",
      "  evenlight evaluate --data scenes --fused other/results --metric mef-ssim,mi"
    })
final class EvaluateCommand implements Callable<Integer> {
  /** What the LCNDR paper measures. */
  private static final String[] METRICS = {"mef-ssim", "psnr", "mi", "cc"};

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;
  @Mixin private ContenderOptions contenders;
  @Mixin private MetricOptions metrics;
  @Mixin private Messages messages;

  @Option(
      names = "--frames",
      paramLabel = "pair|all",
      defaultValue = "pair",
      description = {
        "Which exposures of a longer bracket are fused: the extreme pair, that is the darkest and",
        "the brightest with a mean luminance within 10 to 245, unless the dataset names it; or all",
        "(default: ${DEFAULT-VALUE})."
      })
  private Frames frames;

  @Option(names = "--limit", paramLabel = "N", description = "Only the first N scenes.")
  private Optional<Integer> limit;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "A folder for tables, report and pictures; made if it does not exist.")
  private Optional<Path> output;

  @Option(names = "--overwrite", description = "Write into DIR although it holds something else.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print all scores as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    EvaluationPlan plan = plan();
    Optional<RunFolder> folder = Optional.empty();
    if (output.isPresent()) {
      folder = Optional.of(RunFolder.open(output.get(), plan, overwrite));
    }
    ScoreTable table = run(plan, folder);
    if (folder.isPresent()) {
      messages.progress("writing the report");
      Reports.write(table, new StoredPictures(plan, folder.get()), folder.get());
    }
    messages.result(json ? ScoreJson.of(table) : ScoreTables.markdown(table));
    output.ifPresent(written -> messages.note("the report is " + written.resolve("report.html")));
    return table.failures().isEmpty() ? 0 : Main.SOME_FAILED;
  }

  private EvaluationPlan plan() throws IOException {
    contenders.check();
    List<Metric> measured = metrics.metrics(METRICS);
    if (limit.isPresent() && limit.get() < 1) {
      throw usage("the limit must be at least 1 scene, but is " + limit.get());
    }
    Dataset dataset = data.read().limitedTo(limit.orElse(Integer.MAX_VALUE));
    messages.detail("%d scenes, layout %s", dataset.scenes().size(), dataset.layout().id());
    measured = measurable(dataset, measured);
    List<ResultFolder> results = contenders.results(metrics.colour());
    List<Contender> all = contenders.contenders(results);
    try {
      EvaluationPlan plan =
          new EvaluationPlan(
              all, dataset.scenes(), dataset.faults(), measured, metrics.colour(), frames);
      return results.isEmpty() ? plan : plan.onScenesOf(results);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), FailureMessage.of(e), e);
    }
  }

  /** Those that some scene has a ground truth for, where they need one. */
  private List<Metric> measurable(Dataset dataset, List<Metric> wanted) {
    if (dataset.scenes().stream().anyMatch(scene -> scene.groundTruth().isPresent())) {
      return wanted;
    }
    List<Metric> left = new ArrayList<>();
    for (Metric metric : wanted) {
      boolean impossible = metric.card().against() == Against.REFERENCE;
      if (impossible && metrics.isNamed(metric)) {
        throw usage(
            "the metric %s must have a ground truth, but no scene in %s has one"
                .formatted(metric.card().id(), dataset.root()));
      }
      if (!impossible) {
        left.add(metric);
      }
    }
    return left;
  }

  private ScoreTable run(EvaluationPlan plan, Optional<RunFolder> folder)
      throws IOException, InterruptedException {
    int rows = plan.rows();
    try (EvaluationProgress progress = new EvaluationProgress(messages, rows)) {
      ScoreTable table =
          new Evaluation(plan, folder, Version.number(), progress).run(contenders.jobs());
      if (progress.reused() > 0) {
        messages.note("%d of %d rows are from an earlier run".formatted(progress.reused(), rows));
      }
      return table;
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
