package evenlight.torch.training;

import evenlight.dataset.Scene;
import evenlight.image.io.Sha256;
import evenlight.torch.training.checkpoint.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is to be known of trained weights, as Markdown beside them.
 *
 * @param plan how they were trained
 * @param scenes what they were trained and validated on
 * @param dataHash one hash over the listing of the data
 * @param hardware what they were trained on
 */
record ModelCard(TrainingPlan plan, List<Scene> scenes, String dataHash, String hardware) {
  /**
   * The card.
   *
   * @param weights the bytes of the weights' file
   * @param parameters how many numbers they are
   * @param steps how many the plan has
   */
  String text(byte[] weights, long parameters, Progress progress, int steps) {
    return """
    # Model card: %s

    %s, trained by Evenlight's own `train` command.%s

    | | |
    |---|---|
    | weights (SHA-256) | `%s` |
    | numbers, statistics of batch norm among them | %,d |
    | seed | %d |
    | steps done | %,d of %,d |
    | training time | %.1f minutes on %s |
    | which weights these are | %s |
    | validation, whole pictures of %d scenes | %s |
    | data (SHA-256 of `%s.data.tsv`, which lists every file with its own) | `%s` |
    | licence of the weights | Apache-2.0 |

    ## Plan

    ```json
    %s```

    ## Data

    Training scenes (%d, with their number of frames): %s.

    Validation scenes (%d): %s.

    The numbers are parameters of a network that sees %s; no photograph can be
    read out of them.
    """
        .formatted(
            plan.name(),
            plan.subject(),
            plan.remarks().isEmpty() ? "" : " " + plan.remarks(),
            Sha256.of(weights),
            parameters,
            plan.run().seed(),
            progress.step(),
            steps,
            progress.millis() / 60000.0,
            hardware,
            choice(progress),
            count(Scene.Split.VAL),
            scores(progress),
            plan.name(),
            dataHash,
            plan.toJson(),
            count(Scene.Split.TRAIN),
            names(Scene.Split.TRAIN),
            count(Scene.Split.VAL),
            names(Scene.Split.VAL),
            plan.input());
  }

  private String choice(Progress progress) {
    String which =
        progress.isValidated()
            ? "those after step %,d, whose validation was best by %s"
                .formatted(progress.best().step(), plan.run().best())
            : "those after the last step, there being no validation";
    double decay = plan.optimizer().emaDecay();
    return decay == 0 ? which : which + "; a running average of the parameters (" + decay + ")";
  }

  private static String scores(Progress progress) {
    if (!progress.isValidated()) {
      return "none";
    }
    String loss = String.format(Locale.ROOT, "loss %.4f", progress.best().loss());
    return progress.best().scores().entrySet().stream()
        .map(ModelCard::score)
        .collect(Collectors.joining(", ", loss + ", ", ""));
  }

  private static String score(Map.Entry<String, Double> score) {
    return String.format(Locale.ROOT, "%s %.4f", score.getKey(), score.getValue());
  }

  private long count(Scene.Split split) {
    return scenes.stream().filter(scene -> scene.split() == split).count();
  }

  private String names(Scene.Split split) {
    return scenes.stream()
        .filter(scene -> scene.split() == split)
        .map(scene -> "%s (%d)".formatted(scene.name(), scene.frames().size()))
        .collect(Collectors.joining(", "));
  }
}
