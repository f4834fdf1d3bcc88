package evenlight.torch.training;

import evenlight.dataset.Scene;
import evenlight.image.io.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be known of trained weights, as Markdown beside them. */
final class ModelCard {
  private final TrainingPlan plan;
  private final List<Scene> scenes;
  private final String dataHash;
  private final String hardware;

  /**
   * A card for a training run.
   *
   * @throws IOException if a frame cannot be read
   */
  ModelCard(TrainingPlan plan, List<Scene> scenes, String hardware) throws IOException {
    this.plan = plan;
    this.scenes = scenes;
    this.hardware = hardware;
    StringBuilder list = new StringBuilder();
    for (Scene scene : scenes) {
      for (Path frame : scene.frames()) {
        String hash = Sha256.of(Files.readAllBytes(frame));
        list.append(hash).append("  ").append(scene.name()).append('/').append(frame.getFileName());
        list.append(' ').append(scene.split()).append('\n');
      }
    }
    dataHash = Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The card of the weights after a step. */
  String text(
      byte[] weights,
      long parameters,
      int step,
      Optional<Validation.Score> score,
      Duration elapsed) {
    return """
        # Model card: %s

        LCNDR, trained by Evenlight's own `train` command.

        | | |
        |---|---|
        | weights (SHA-256) | `%s` |
        | parameters | %,d |
        | network | %s |
        | plan | %s |
        | steps done | %,d of %,d |
        | training time | %.1f minutes on %s |
        | validation scenes, mean loss | %s |
        | validation scenes, mean MEF-SSIM | %s |
        | data (SHA-256 over the frames' hashes, names and splits) | `%s` |
        | licence of the weights | Apache-2.0 |

        Training scenes (%d): %s.

        Validation scenes (%d): %s.

        The numbers are parameters of a network that sees luminance in [0,1]; no photograph can be
        read out of them.
        """
        .formatted(
            plan.name(),
            Sha256.of(weights),
            parameters,
            code(plan.network()),
            code(plan),
            step,
            plan.steps(),
            elapsed.toMillis() / 60000.0,
            hardware,
            decimals(score.map(Validation.Score::loss)),
            decimals(score.map(Validation.Score::mefSsim)),
            dataHash,
            count(Scene.Split.TRAIN),
            names(Scene.Split.TRAIN),
            count(Scene.Split.VAL),
            names(Scene.Split.VAL));
  }

  private static String decimals(Optional<Double> value) {
    return value.map(number -> String.format(Locale.ROOT, "%.4f", number)).orElse("none");
  }

  private static String code(Record record) {
    return "`" + record.toString().replaceAll(", network=LcndrConfig\\[[^]]*]", "") + "`";
  }

  private long count(Scene.Split split) {
    return scenes.stream().filter(scene -> scene.split() == split).count();
  }

  private String names(Scene.Split split) {
    return scenes.stream()
        .filter(scene -> scene.split() == split)
        .map(scene -> String.format(Locale.ROOT, "%s (%d)", scene.name(), scene.frames().size()))
        .collect(Collectors.joining(", "));
  }
}
