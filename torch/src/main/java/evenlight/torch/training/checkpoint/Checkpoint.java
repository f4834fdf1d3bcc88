package evenlight.torch.training.checkpoint;

import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A training run between two steps. No random state belongs to it: what a step draws depends on the
 * plan's seed and its number alone, and so does the learning rate.
 *
 * @param progress how far it is
 * @param plan its plan, as JSON
 * @param data the listing of the files that it is trained on
 * @param parts named groups of tensors
 */
public record Checkpoint(
    Progress progress, String plan, String data, Map<Part, Map<String, Parameter>> parts) {
  /** The groups. */
  public enum Part {
    /** Parameters and statistics of the network. */
    NETWORK,
    /** Their running average. */
    AVERAGE,
    /** The moments of Adam. */
    MOMENTS,
    /** The average when its validation was best; empty before the first validation. */
    BEST
  }

  /** Copies the map. */
  public Checkpoint {
    parts = Map.copyOf(parts);
  }

  /** A group of tensors, empty if there are none. */
  public Weights part(Part part) {
    return new Weights(parts.getOrDefault(part, new LinkedHashMap<>()), Map.of());
  }
}
