package evenlight.experiment;

import evenlight.bracket.Bracket;
import evenlight.dataset.Dataset;
import evenlight.dataset.Fault;
import evenlight.dataset.Scene;
import evenlight.evaluation.Evaluation;
import evenlight.evaluation.EvaluationListener;
import evenlight.evaluation.EvaluationPlan;
import evenlight.evaluation.Frames;
import evenlight.evaluation.RunFolder;
import evenlight.evaluation.StoredPictures;
import evenlight.flow.FlowEstimator;
import evenlight.flow.FlowEstimators;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.io.Colour;
import evenlight.metric.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What experiments share: data, methods, and a folder in which every scene that a method has fused
 * is kept, so that two experiments on the same scenes fuse them once and a run can be stopped.
 */
public final class Laboratory {
  /** What the paper measures. */
  private static final List<String> METRICS = List.of("mef-ssim", "mi", "cc");

  /** What an experiment works on. */
  enum Material {
    /** Scenes with a ground truth: SICE. */
    TRUTH,
    /** Pairs of exposures: MEFB. */
    PAIRS
  }

  private final Data data;
  private final FusionSettings settings;
  private final LineUp lineUp;
  private final Path folder;
  private final Run run;
  private final Map<Material, Competition> competitions = new EnumMap<>(Material.class);
  private @Nullable FlowEstimator estimator;

  /**
   * The scenes.
   *
   * @param pairs of two exposures or more
   * @param truth those with a ground truth, which may be the same ones
   * @param unaligned a folder of scenes whose photographs do not lie over one another
   */
  public record Data(Dataset pairs, Dataset truth, Optional<Path> unaligned) {}

  /**
   * How work is done.
   *
   * @param version of this program: what another one left is computed anew
   * @param jobs how many scenes are worked on at a time
   * @param listener hears of every picture
   */
  public record Run(String version, int jobs, EvaluationListener listener) {}

  /**
   * A laboratory.
   *
   * @param folder where pictures and scores are kept
   */
  public Laboratory(Data data, FusionSettings settings, Path folder, Run run) {
    this.data = data;
    this.settings = settings;
    this.lineUp = LineUp.of(settings);
    this.folder = folder;
    this.run = run;
  }

  LineUp lineUp() {
    return lineUp;
  }

  /** A method of the catalogue, with the settings of all. */
  FusionMethod method(String choice) throws IOException {
    return FusionMethods.named(choice, settings);
  }

  /** How many threads compute. */
  int threads() {
    return settings.threads();
  }

  /**
   * What finds flow, with the settings of all.
   *
   * @throws IOException if it has no weights; the message says how to get them
   */
  synchronized FlowEstimator flow() throws IOException {
    FlowEstimator made = estimator;
    if (made == null) {
      made = FlowEstimators.named(FlowEstimators.RAFT, settings);
      estimator = made;
    }
    return made;
  }

  /**
   * Folders of photographs that do not lie over one another; at least one.
   *
   * @param asker id of the experiment, for messages
   */
  List<Path> unaligned(String asker) throws IOException {
    List<Path> scenes =
        data.unaligned().isPresent() ? UnalignedPair.scenes(data.unaligned().get()) : List.of();
    if (scenes.isEmpty()) {
      throw new IOException(
          ("%s needs photographs that do not lie over one another, two or more in a folder for"
                  + " each scene, but %s; --unaligned names the folder of these folders")
              .formatted(
                  asker,
                  data.unaligned().map(root -> root + " has none").orElse("none were given")));
    }
    return scenes;
  }

  /**
   * Scores of all methods on some material, computed where they are not there yet.
   *
   * @param asker id of the experiment, for messages
   */
  Competition competition(Material material, String asker)
      throws IOException, InterruptedException {
    Competition known = competitions.get(material);
    if (known != null) {
      return known;
    }
    EvaluationPlan plan = plan(material, asker);
    Path place = folder.resolve("scores").resolve(material.name().toLowerCase(Locale.ROOT));
    RunFolder kept = RunFolder.open(place, plan, true);
    Competition competition =
        new Competition(
            new Evaluation(plan, Optional.of(kept), run.version(), run.listener()).run(run.jobs()),
            new StoredPictures(plan, kept));
    competitions.put(material, competition);
    return competition;
  }

  private EvaluationPlan plan(Material material, String asker) throws IOException {
    boolean truth = material == Material.TRUTH;
    Dataset source = truth ? data.truth() : data.pairs();
    List<Scene> scenes =
        source.scenes().stream()
            .filter(scene -> !truth || scene.groundTruth().isPresent())
            .toList();
    if (scenes.isEmpty()) {
      throw new IOException(
          ("%s needs scenes with a ground truth, as SCENE/under, SCENE/over and SCENE/gt or as in"
                  + " SICE, but %s has none; --sice names a folder of such")
              .formatted(asker, source.root()));
    }
    List<String> metrics = new ArrayList<>(METRICS);
    if (truth) {
      metrics.add(1, "psnr");
    }
    List<Fault> faults = truth ? List.of() : source.faults();
    return new EvaluationPlan(
        lineUp.contenders(),
        scenes,
        faults,
        metrics.stream().map(Metrics::named).toList(),
        Colour.STORED,
        Frames.PAIR);
  }

  /** The pair of the first scene, with a ground truth if any scene has one. */
  Bracket firstPair() throws IOException {
    Scene first =
        data.truth().scenes().stream()
            .filter(scene -> scene.groundTruth().isPresent())
            .findFirst()
            .orElse(data.pairs().scenes().get(0));
    return Bracket.read(Colour.STORED, first.under(), first.over());
  }

  /**
   * The first scenes of so many frames or more.
   *
   * @param asker id of the experiment, for messages
   * @throws IOException if there are none
   */
  List<Scene> sequences(int frames, int count, String asker) throws IOException {
    List<Scene> found = new ArrayList<>();
    for (Dataset source : List.of(data.pairs(), data.truth())) {
      for (Scene scene : source.scenes()) {
        if (scene.frames().size() >= frames && found.size() < count && !found.contains(scene)) {
          found.add(scene);
        }
      }
    }
    if (found.isEmpty()) {
      throw new IOException(
          "%s needs a scene of at least %d frames, as SCENE/e1 to SCENE/e%d, but %s has none"
              .formatted(asker, frames, frames, data.pairs().root()));
    }
    return found;
  }
}
