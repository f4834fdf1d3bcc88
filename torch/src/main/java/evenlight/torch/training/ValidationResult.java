package evenlight.torch.training;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well the default pairs of scenes that are not trained on are fused, as whole pictures.
 *
 * @param step after which
 * @param loss the mean over the scenes
 * @param scores the mean of each metric over the scenes that have a value, by the metric's id,
 *     sorted; one that no scene has a value of is left out
 * @param pictures one per scene
 */
public record ValidationResult(
    int step, double loss, Map<String, Double> scores, List<Picture> pictures) {
  /** Copies map and list. */
  public ValidationResult {
    scores = Collections.unmodifiableMap(new TreeMap<>(scores));
    pictures = List.copyOf(pictures);
  }
}
