package evenlight.torch.ablation;

import evenlight.evaluation.Evaluation;
import evenlight.evaluation.EvaluationPlan;
import evenlight.evaluation.FolderDescription;
import evenlight.evaluation.RunFolder;
import evenlight.evaluation.ScoreTable;
import evenlight.evaluation.StoredPictures;
import evenlight.evaluation.report.ScoreCsv;
import evenlight.fusion.Device;
import evenlight.fusion.FusionSettings;
import evenlight.image.io.AtomicFile;
import evenlight.torch.training.TrainerSettings;
import evenlight.torch.weights.Safetensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paper's ablations in a folder: trains what is not yet trained, scores all networks on the
 * test scenes, and writes tables and pictures.
 *
 * <pre>
 * ablation.json                       what is studied: another study does not mix with this one
 * variants/VARIANT/seed-S/            what training writes, and trained.json once it is through
 * scores/                             rows and fused pictures, as an evaluation keeps them
 * pictures/TABLE/SCENE.png            the visual comparison
 * ablation.md, .csv, .tex, runs.csv, colour-shares.csv
 * </pre>
 *
 * <p>A study that was stopped goes on when it is run again; more seeds may be asked for then.
 */
public final class AblationStudy {
  private static final FolderDescription DESCRIPTION =
      new FolderDescription("ablation.json", "ablate", "");

  private final AblationPlan plan;
  private final StudyData data;
  private final StudyData test;
  private final Path folder;
  private final String version;

  /**
   * A study.
   *
   * @param data what all networks are trained on
   * @param test what they are scored on
   * @param folder made if it is not there
   * @param version of this program
   */
  public AblationStudy(
      AblationPlan plan, StudyData data, StudyData test, Path folder, String version) {
    this.plan = plan;
    this.data = data;
    this.test = test;
    this.folder = folder;
    this.version = version;
  }

  /**
   * What came out.
   *
   * @param markdown the tables, as {@code ablation.md} has them
   * @param failures how many trainings diverged and how many pictures could not be made or scored
   */
  public record Outcome(String markdown, int failures) {}

  /** The test scenes that have a frame in common with those for training. */
  public List<String> sharedScenes() {
    return test.scenesSharedWith(data);
  }

  /**
   * Runs what is left of it.
   *
   * @param threads of training and fusion; 0 means one per core
   * @param jobs how many scenes are scored at a time
   * @throws IOException if the folder holds another study, which the message tells apart, or
   *     something cannot be read or written
   * @throws InterruptedException if the thread is interrupted; what is done stays done
   */
  public Outcome run(Device device, int threads, int jobs, AblationListener listener)
      throws IOException, InterruptedException {
    FusionSettings settings = new FusionSettings(Optional.empty(), device, threads, Map.of());
    TrainerSettings training = TrainerSettings.defaults().on(device, threads);
    return run(new VariantTraining(data.scenes(), training), settings, jobs, listener);
  }

  Outcome run(NetworkTraining trainer, FusionSettings settings, int jobs, AblationListener listener)
      throws IOException, InterruptedException {
    open();
    StudyNetworks networks = StudyNetworks.train(plan, folder, trainer, listener);
    EvaluationPlan evaluation = AblationEvaluation.plan(networks.weights(), test, settings);
    RunFolder kept = RunFolder.open(folder.resolve("scores"), evaluation, true);
    ScoreTable table = new Evaluation(evaluation, Optional.of(kept), version, listener).run(jobs);
    ScoreCsv.write(table, kept.file("scores.csv"));
    StoredPictures pictures = new StoredPictures(evaluation, kept);
    new VisualComparison(table, plan.seeds().get(0), pictures).write(folder.resolve("pictures"));
    AblationReport report = report(table, pictures, networks);
    report.write(folder);
    int failures = table.failures().size() + networks.diverged().size();
    return new Outcome(report.markdown(), failures);
  }

  private void open() throws IOException {
    AtomicFile.makeFolder(folder);
    Map<String, String> description = description();
    DESCRIPTION.requireSame(folder, description);
    DESCRIPTION.write(folder, description);
  }

  /** What must be alike in two runs that share a folder: all but the number of seeds. */
  private Map<String, String> description() {
    Map<String, String> description = new LinkedHashMap<>();
    description.put("data", data.content());
    description.put("test", test.content());
    description.put("version", version);
    description.putAll(PlanComponents.of(plan.training()));
    return description;
  }

  private AblationReport report(ScoreTable table, StoredPictures pictures, StudyNetworks networks)
      throws IOException {
    AblationScores scores = new AblationScores(table, plan.seeds());
    AblationGrids grids = new AblationGrids(plan, scores);
    Map<String, Long> parameters = new LinkedHashMap<>();
    for (Map.Entry<AblationRun, Path> network : networks.weights().entrySet()) {
      parameters.put(network.getKey().variant().id(), Safetensors.read(network.getValue()).count());
    }
    return new AblationReport(
        plan,
        scores,
        grids.study(data, test, sharedScenes(), networks.diverged(), version),
        grids.variants(parameters),
        ColourShares.of(table, plan.seeds(), pictures));
  }
}
