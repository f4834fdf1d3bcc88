package evenlight.metric;

import evenlight.image.Image8;
import java.util.List;
import java.util.Optional;

/**
 * A fused image and what it is measured against; all of one size and number of channels.
 *
 * @param sources the exposures, at least two, in any order
 * @param fused the image to score
 * @param reference the ground truth, if there is one
 */
public record Comparison(List<Image8> sources, Image8 fused, Optional<Image8> reference) {
  /** Checks that there are sources and that the sizes are equal. */
  public Comparison {
    sources = List.copyOf(sources);
    if (sources.size() < 2) {
      throw new IllegalArgumentException(
          "a fused image must be compared with at least 2 sources, but there are "
              + sources.size());
    }
    for (int k = 0; k < sources.size(); k++) {
      requireLike(fused, sources.get(k), "source " + (k + 1));
    }
    reference.ifPresent(truth -> requireLike(fused, truth, "the ground truth"));
  }

  private static void requireLike(Image8 fused, Image8 other, String name) {
    if (!other.sameSizeAs(fused) || other.channels() != fused.channels()) {
      throw new IllegalArgumentException(
          "%s must be as the fused image, %s with %d channels, but is %s with %d (height×width)"
              .formatted(name, fused.size(), fused.channels(), other.size(), other.channels()));
    }
  }

  /** The sources as grey samples, see {@link Image8#grey}. */
  public List<Image8> greySources() {
    return sources.stream().map(Image8::grey).toList();
  }

  /**
   * The ground truth.
   *
   * @throws IllegalArgumentException if there is none
   */
  Image8 requireReference(MetricCard card) {
    return reference.orElseThrow(
        () ->
            new IllegalArgumentException(
                "the metric %s must have a ground truth, but there is none".formatted(card.id())));
  }
}
