package evenlight.torch.ablation;

import evenlight.evaluation.Contender;
import evenlight.evaluation.EvaluationPlan;
import evenlight.evaluation.Frames;
import evenlight.evaluation.MethodContender;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.io.Colour;
import evenlight.metric.Metric;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the networks of a study are scored: as methods that compete, by the paper's metrics. */
final class AblationEvaluation {
  private static final String METHOD = "lcndr";

  /** What the paper measures. */
  private static final List<String> METRICS = List.of("mef-ssim", "psnr", "mi", "cc");

  private AblationEvaluation() {}

  /**
   * Every network on every test scene.
   *
   * @param networks the files of their weights
   * @throws IOException if one cannot be read
   */
  static EvaluationPlan plan(
      Map<AblationRun, Path> networks, StudyData test, FusionSettings settings) throws IOException {
    List<Contender> contenders = new ArrayList<>();
    for (Map.Entry<AblationRun, Path> network : networks.entrySet()) {
      FusionSettings its = settings.withWeights(network.getValue());
      contenders.add(new MethodContender(network.getKey().id(), FusionMethods.named(METHOD, its)));
    }
    return new EvaluationPlan(
        contenders, test.scenes(), test.faults(), metrics(test), Colour.STORED, Frames.PAIR);
  }

  /** The paper's, without those that need a ground truth where no scene has one. */
  private static List<Metric> metrics(StudyData test) {
    boolean truth = test.scenes().stream().anyMatch(scene -> scene.groundTruth().isPresent());
    return METRICS.stream()
        .map(Metrics::named)
        .filter(metric -> truth || metric.card().against() != Against.REFERENCE)
        .toList();
  }
}
