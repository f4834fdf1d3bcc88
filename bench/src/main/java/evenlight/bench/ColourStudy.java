package evenlight.bench;

import evenlight.dataset.Dataset;
import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.metric.Ciede2000;
import evenlight.metric.Metric;
import evenlight.metric.Psnr;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Finds out which rule colours fused luminance best.
 *
 * <p>From the darker and the brighter frame of a bracket and the luminance of a frame between them,
 * each rule makes that frame's colours, which are known. So rules can be chosen without any ground
 * truth for fusion; where a dataset has one it is used instead, and the table then says what a rule
 * leaves to reach.
 */
@Command(
    name = "colour-study",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Compares rules that colour fused luminance on a dataset of brackets.",
    footer = {"", "Example:", "  runs/colour-study.sh ~/data/train"})
public final class ColourStudy implements Callable<Integer> {
  private static final List<Metric> METRICS = List.of(Ciede2000.SRGB, Psnr.RGB_255);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DATA", description = "The brackets: a folder of scenes or a manifest.")
  private Path data;

  @Option(
      names = "--luminance",
      paramLabel = "METHOD",
      description = "Colour the luminance of this method's result, not that of the right colours.")
  private Optional<String> method = Optional.empty();

  /** Runs the study and ends with 0 if all went well. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ColourStudy()).execute(arguments));
  }

  /**
   * What was measured on one scene.
   *
   * @param split what the scene may be used for
   * @param means over its cases, by candidate and metric
   */
  private record Row(Split split, List<List<Double>> means) {}

  @Override
  public Integer call() throws IOException {
    List<ColourCandidate> candidates = ColourCandidate.all();
    Optional<FusionMethod> fusion = method.map(FusionMethods::named);
    List<Row> rows = new ArrayList<>();
    for (Scene scene : Dataset.read(data).scenes()) {
      List<ColourCase> cases = ColourCase.of(scene, fusion);
      if (!cases.isEmpty()) {
        rows.add(new Row(scene.split(), means(cases, candidates)));
        spec.commandLine().getErr().println(scene.name());
      }
    }
    if (rows.isEmpty()) {
      throw new IOException(
          "the study needs a ground truth or brackets of 3 frames or more, but %s has none"
              .formatted(data));
    }
    print(candidates, rows);
    return 0;
  }

  private static List<List<Double>> means(
      List<ColourCase> cases, List<ColourCandidate> candidates) {
    return candidates.stream()
        .map(
            candidate ->
                METRICS.stream()
                    .map(
                        metric ->
                            cases.stream()
                                .mapToDouble(right -> right.score(candidate, metric))
                                .average()
                                .orElseThrow())
                    .toList())
        .toList();
  }

  private void print(List<ColourCandidate> candidates, List<Row> rows) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "| %d scenes | CIEDE2000 | split train | split val | PSNR, dB |%n|---|---|---|---|---|%n",
        rows.size());
    for (int i = 0; i < candidates.size(); i++) {
      out.printf(
          "| %s | %s | %s | %s | %s |%n",
          candidates.get(i).name(),
          mean(rows, row -> true, i, 0),
          mean(rows, row -> row.split() == Split.TRAIN, i, 0),
          mean(rows, row -> row.split() == Split.VAL, i, 0),
          mean(rows, row -> true, i, 1));
    }
    out.flush();
  }

  private static String mean(List<Row> rows, Predicate<Row> which, int candidate, int metric) {
    return rows.stream()
        .filter(which)
        .mapToDouble(row -> row.means().get(candidate).get(metric))
        .average()
        .stream()
        .mapToObj(value -> String.format(Locale.ROOT, "%.2f", value))
        .findFirst()
        .orElse("");
  }
}
