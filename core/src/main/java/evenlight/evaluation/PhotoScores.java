package evenlight.evaluation;

import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.image.io.Photos;
import evenlight.metric.Comparison;
import evenlight.metric.Metric;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores a fused image in a file against its sources in files. */
public final class PhotoScores {
  private PhotoScores() {}

  /**
   * The scores, by id of the metric.
   *
   * @param reference the ground truth; metrics that need one are left out without it
   * @param colour how the files are decoded
   * @throws IOException if a file cannot be read as a photograph; the message names it
   * @throws IllegalArgumentException if there are fewer than two sources, or sizes differ
   */
  public static Map<String, Score> of(
      Path fused, List<Path> sources, Optional<Path> reference, List<Metric> metrics, Colour colour)
      throws IOException {
    Image8 image = read(fused, colour);
    List<Image8> exposures = new ArrayList<>();
    for (Path source : sources) {
      exposures.add(readLike(image, fused, source, colour));
    }
    Optional<Image8> truth = Optional.empty();
    if (reference.isPresent()) {
      truth = Optional.of(readLike(image, fused, reference.get(), colour));
    }
    return of(new Comparison(exposures, image, truth), metrics);
  }

  /** The scores of pictures in memory; metrics that need a ground truth are left out without. */
  static Map<String, Score> of(Comparison comparison, List<Metric> metrics) {
    Map<String, Score> scores = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      if (metric.card().against() != Against.REFERENCE || comparison.reference().isPresent()) {
        scores.put(metric.card().id(), metric.score(comparison));
      }
    }
    return scores;
  }

  /** A photograph as metrics see it. */
  static Image8 read(Path file, Colour colour) throws IOException {
    return Image8.of(Photos.read(file, colour).image());
  }

  private static Image8 readLike(Image8 fused, Path fusedFile, Path file, Colour colour)
      throws IOException {
    Image8 image = read(file, colour);
    if (!image.sameSizeAs(fused)) {
      throw new IllegalArgumentException(
          "all pictures must be of one size, but %s is %s and %s is %s (height×width)"
              .formatted(fusedFile, fused.size(), file, image.size()));
    }
    return image;
  }
}
