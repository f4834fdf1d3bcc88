import evenlight.evaluation.PhotoScores;
import evenlight.image.io.Colour;
import evenlight.metric.Metric;
import evenlight.metric.Metrics;
import evenlight.metric.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures a fused picture: java ScoreAgainstSources.java UNDER OVER FUSED. */
public final class ScoreAgainstSources {
  private ScoreAgainstSources() {}

  /** Prints three metrics of the third file, which was fused from the first two. */
  public static void main(String[] files) throws IOException {
    List<Path> sources = List.of(Path.of(files[0]), Path.of(files[1]));
    List<Metric> metrics =
        List.of(Metrics.named("mef-ssim"), Metrics.named("mi"), Metrics.named("cc"));
    Map<String, Score> scores =
        PhotoScores.of(Path.of(files[2]), sources, Optional.empty(), metrics, Colour.STORED);
    scores.forEach((id, score) -> System.out.println(id + " " + score.value()));
  }
}
