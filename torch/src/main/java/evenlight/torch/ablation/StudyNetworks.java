package evenlight.torch.ablation;

import evenlight.torch.training.DivergedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The networks of a study.
 *
 * @param weights the files of those that are trained, in the order of the plan
 * @param diverged ids of the others, whose training came to no end
 */
record StudyNetworks(Map<AblationRun, Path> weights, List<String> diverged) {
  StudyNetworks {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    diverged = List.copyOf(diverged);
  }

  /**
   * Trains what is not trained yet; what diverges leaves a gap in the tables and is tried again in
   * the next run.
   *
   * @param folder of the study
   * @throws IOException if a file cannot be read or written, or every training diverged
   */
  static StudyNetworks train(
      AblationPlan plan, Path folder, NetworkTraining training, AblationListener listener)
      throws IOException {
    Map<AblationRun, Path> weights = new LinkedHashMap<>();
    List<String> diverged = new ArrayList<>();
    List<AblationRun> runs = plan.runs();
    for (int i = 0; i < runs.size(); i++) {
      AblationRun run = runs.get(i);
      Path home = run.folder(folder);
      Optional<TrainedNetwork> former = TrainedNetwork.read(home);
      try {
        TrainedNetwork network =
            former.isPresent()
                ? former.get()
                : TrainedNetwork.keep(
                    home,
                    training.train(
                        run.plan(plan.training()),
                        home,
                        listener.trainingStarts(run, i + 1, runs.size())));
        weights.put(run, network.file(home));
        listener.trainingDone(run, former.isPresent(), i + 1, runs.size());
      } catch (DivergedException e) {
        diverged.add(run.id());
        listener.trainingDiverged(run, Objects.requireNonNullElse(e.getMessage(), "no reason"));
      }
    }
    if (weights.isEmpty()) {
      throw new IOException(
          "at least one network must be trained, but all %d trainings diverged"
              .formatted(runs.size()));
    }
    return new StudyNetworks(weights, diverged);
  }
}
