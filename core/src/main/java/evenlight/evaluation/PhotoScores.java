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
    List<Path> files = new ArrayList<>();
    files.add(fused);
    files.addAll(sources);
    reference.ifPresent(files::add);
    List<Image8> images =
        Photos.readAll(files, colour).stream().map(photo -> Image8.of(photo.image())).toList();
    requireOneSize(files, images);
    List<Image8> exposures = images.subList(1, sources.size() + 1);
    Optional<Image8> truth = reference.map(file -> images.get(images.size() - 1));
    return of(new Comparison(exposures, images.get(0), truth), metrics);
  }

  private static void requireOneSize(List<Path> files, List<Image8> images) {
    Image8 fused = images.get(0);
    for (int i = 1; i < files.size(); i++) {
      if (!images.get(i).sameSizeAs(fused)) {
        throw new IllegalArgumentException(
            "all pictures must be of one size, but %s is %s and %s is %s (height×width)"
                .formatted(files.get(0), fused.size(), files.get(i), images.get(i).size()));
      }
    }
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
}
