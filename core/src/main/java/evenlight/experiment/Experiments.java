package evenlight.experiment;

import evenlight.experiment.Laboratory.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The experiments that can be asked for. */
public final class Experiments {
  /** Stands for all of them. */
  public static final String ALL = "all";

  private static final List<Experiment> ALL_OF_THEM =
      List.of(
          new MeansTable(
              "table1",
              "Table I: means on scenes with a ground truth",
              Material.TRUTH,
              List.of("mef-ssim", "psnr", "mi", "cc")),
          new SceneTable(),
          new MeansTable(
              "table3", "Table III: means on pairs", Material.PAIRS, List.of("mi", "cc")),
          new EfficiencyTable(),
          new ComparisonFigure(
              "figure4", "Fig. 4: what every method makes of two scenes", Material.TRUTH),
          new ComparisonFigure(
              "figure5", "Fig. 5: what every method makes of two pairs", Material.PAIRS),
          new ComponentsFigure(),
          new SequenceFigure(),
          new ExposuresFigure(),
          new FlowFigure(),
          new UnalignedFigure());

  private Experiments() {}

  /** Their names. */
  public static List<String> ids() {
    return ALL_OF_THEM.stream().map(Experiment::id).toList();
  }

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
                              .formatted(
                                  ids().stream().collect(Collectors.joining(", ")), ALL, name))));
    }
    return chosen;
  }
}
