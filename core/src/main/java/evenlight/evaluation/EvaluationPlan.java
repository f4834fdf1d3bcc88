package evenlight.evaluation;

import evenlight.dataset.Fault;
import evenlight.dataset.Scene;
import evenlight.image.io.Colour;
import evenlight.metric.Metric;
import evenlight.metric.MetricCard;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be evaluated.
 *
 * @param contenders at least one, with different ids; the others are tested against the first
 * @param scenes what they fuse
 * @param faults scenes that the dataset could not give; each becomes a failed row
 * @param metrics at least one, each once
 * @param colour how files are decoded
 * @param frames which exposures of a scene are fused
 */
public record EvaluationPlan(
    List<Contender> contenders,
    List<Scene> scenes,
    List<Fault> faults,
    List<Metric> metrics,
    Colour colour,
    Frames frames) {
  /** Checks that there is something to do and that no name stands for two things. */
  public EvaluationPlan {
    contenders = List.copyOf(contenders);
    scenes = List.copyOf(scenes);
    faults = List.copyOf(faults);
    metrics = List.copyOf(metrics);
    requireDistinct("method", contenders.stream().map(Contender::id).toList());
    requireDistinct("metric", metrics.stream().map(metric -> metric.card().id()).toList());
    if (scenes.isEmpty() && faults.isEmpty()) {
      throw new IllegalArgumentException("an evaluation must have at least 1 scene, but has 0");
    }
  }

  private static void requireDistinct(String what, List<String> ids) {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException(
          "an evaluation must have at least 1 %s, but has 0".formatted(what));
    }
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw new IllegalArgumentException(
            "every %s must be named once, but %s is named twice".formatted(what, id));
      }
    }
  }

  /** How many rows there will be. */
  public int rows() {
    return faults.size() * contenders.size()
        + scenes.stream().mapToInt(scene -> contenders(scene).size()).sum();
  }

  /** Those that can have a result for a scene. */
  List<Contender> contenders(Scene scene) {
    return contenders.stream().filter(contender -> contender.covers(scene)).toList();
  }

  /** Ids of the contenders. */
  List<String> methods() {
    return contenders.stream().map(Contender::id).toList();
  }

  /** Cards of the metrics. */
  List<MetricCard> cards() {
    return metrics.stream().map(Metric::card).toList();
  }

  /**
   * The same on the scenes that another program has results for, since means over different scenes
   * do not compare.
   *
   * @throws IllegalArgumentException if there are none
   */
  public EvaluationPlan onScenesOf(List<ResultFolder> results) {
    List<Scene> covered =
        scenes.stream()
            .filter(scene -> results.stream().anyMatch(result -> result.covers(scene)))
            .toList();
    if (covered.isEmpty()) {
      throw new IllegalArgumentException(
          "fused results must be named after scenes, such as %s, but none in %s is"
              .formatted(
                  scenes.isEmpty() ? "the dataset's" : scenes.get(0).name() + ".png",
                  String.join(", ", results.stream().map(ResultFolder::id).toList())));
    }
    return new EvaluationPlan(contenders, covered, List.of(), metrics, colour, frames);
  }

  /** What must be alike in two runs that share a folder. */
  Map<String, String> description() {
    Map<String, String> description = new LinkedHashMap<>();
    description.put("methods", String.join(", ", methods()));
    description.put("metrics", String.join(", ", cards().stream().map(MetricCard::id).toList()));
    description.put("samples", colour.description());
    description.put("frames", frames.id());
    description.put("scenes", String.join(", ", scenes.stream().map(Scene::name).toList()));
    return description;
  }
}
