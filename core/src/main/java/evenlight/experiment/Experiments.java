package evenlight.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The experiments that can be asked for. */
public final class Experiments {
  /** Stands for all of them. */
  private static final String ALL = "all";

  private static final List<Experiment> ALL_OF_THEM =
      List.of(
          new MeansTable(
              "table1",
              "Table I: means on scenes with a ground truth",
              Material.TRUTH,
              List.of("mef-ssim", "psnr", "mi", "cc")),
          new SceneTable("table2", "Table II: MEF-SSIM of every pair"),
          new MeansTable(
              "table3", "Table III: means on pairs", Material.PAIRS, List.of("mi", "cc")),
          new EfficiencyTable(
              "table7", "Table VII: seconds and memory", EffortProcess.likeThisOne()),
          new ComparisonFigure(
              "figure4", "Fig. 4: what every method makes of two scenes", Material.TRUTH),
          new ComparisonFigure(
              "figure5", "Fig. 5: what every method makes of two pairs", Material.PAIRS),
          new ComponentsFigure("figure8", "Fig. 8: shares of the colour components"),
          new SequenceFigure("figure10", "Fig. 10: several inputs"),
          new ExposuresFigure("figure11", "Fig. 11: pairs of different exposures"),
          new FlowFigure("figure12", "Fig. 12: fused with and without flow"),
          new UnalignedFigure("figure13", "Fig. 13: a pair that is not aligned"));

  private Experiments() {}

  /**
   * Those of some names, or all.
   *
   * @throws IllegalArgumentException if there is none of a name; the message lists the known ones
   */
  public static List<Experiment> named(List<String> names) {
    if (names.contains(ALL)) {
      return ALL_OF_THEM;
    }
    List<Experiment> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          ALL_OF_THEM.stream()
              .filter(experiment -> experiment.id().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "an experiment must be one of [%s, %s], but is \"%s\""
                              .formatted(ids(), ALL, name))));
    }
    return chosen;
  }

  private static String ids() {
    return ALL_OF_THEM.stream().map(Experiment::id).collect(Collectors.joining(", "));
  }
}
