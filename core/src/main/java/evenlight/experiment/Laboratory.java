package evenlight.experiment;

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
import evenlight.fusion.Device;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.io.Colour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What experiments share: data, methods, and a folder in which every scene that a method has fused
 * is kept, so that two experiments on the same scenes fuse them once and a run can be stopped.
 */
public final class Laboratory {
  private static final String SCORES = "scores";
  private static final String MEASURED = "measured";

  /**
   * What there is to fuse; an experiment whose part of it is missing fails.
   *
   * @param pairs scenes of two exposures or more
   * @param truth scenes of which some have a ground truth; may be the same ones
   * @param unaligned a folder of scenes whose photographs do not lie over one another
   */
  public record Scenes(Optional<Dataset> pairs, Optional<Dataset> truth, Optional<Path> unaligned) {
    private List<Scene> ofPairs() {
      return pairs.map(Dataset::scenes).orElse(List.of());
    }

    private List<Scene> withTruth() {
      return truth.stream()
          .flatMap(dataset -> dataset.scenes().stream())
          .filter(scene -> scene.groundTruth().isPresent())
          .toList();
    }

    /** What a message says of a dataset that lacks something. */
    private static String lack(Optional<Dataset> dataset) {
      return dataset.map(given -> given.root() + " has none").orElse("none were given");
    }
  }

  /**
   * How work is done.
   *
   * @param version of this program: what another one left is computed anew
   * @param jobs how many scenes are worked on at a time
   * @param listener hears of every picture
   */
  public record Work(String version, int jobs, EvaluationListener listener) {}

  private final Scenes scenes;
  private final FusionSettings settings;
  private final Path folder;
  private final Work work;
  private final Map<Material, Competition> competitions = new EnumMap<>(Material.class);
  private @Nullable LineUp lineUp;
  private @Nullable FlowEstimator estimator;

  /**
   * A laboratory.
   *
   * @param folder where pictures and scores are kept
   */
  public Laboratory(Scenes scenes, FusionSettings settings, Path folder, Work work) {
    this.scenes = scenes;
    this.settings = settings;
    this.folder = folder;
    this.work = work;
  }

  /** Whether a folder holds what a laboratory has kept. */
  public static boolean hasWorkedIn(Path folder) {
    return Files.exists(folder.resolve(SCORES)) || Files.exists(folder.resolve(MEASURED));
  }

  /** The methods, made when they are first asked for: that loads all networks. */
  LineUp lineUp() {
    LineUp made = lineUp;
    if (made == null) {
      made = LineUp.of(settings);
      lineUp = made;
    }
    return made;
  }

  /** How the methods run in this laboratory, but for the device. */
  FusionSettings settings(Device device) {
    return new FusionSettings(
        settings.weights(), settings.weightsFolder(), device, work.jobs(), settings.options());
  }

  /** Where networks are to compute. */
  Device device() {
    return settings.device();
  }

  /** What was measured here by this version, and will be. */
  MeasuredEfforts measured() {
    return new MeasuredEfforts(folder.resolve(MEASURED), work.version());
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
  FlowEstimator flow() throws IOException {
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
    Optional<Path> root = scenes.unaligned();
    List<Path> found = root.isPresent() ? UnalignedPair.scenes(root.get()) : List.of();
    if (found.isEmpty()) {
      throw new IOException(
          ("%s needs photographs that do not lie over one another, two or more in a folder for"
                  + " each scene, but %s; --unaligned names the folder of these folders")
              .formatted(asker, root.map(path -> path + " has none").orElse("none were given")));
    }
    return found;
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
    RunFolder kept = RunFolder.open(folder.resolve(SCORES).resolve(material.folder()), plan, true);
    Evaluation evaluation =
        new Evaluation(plan, Optional.of(kept), work.version(), work.listener());
    Competition competition =
        new Competition(evaluation.run(work.jobs()), new StoredPictures(plan, kept));
    competitions.put(material, competition);
    return competition;
  }

  private EvaluationPlan plan(Material material, String asker) throws IOException {
    boolean truth = material == Material.TRUTH;
    List<Scene> chosen = truth ? scenes.withTruth() : scenes.ofPairs();
    List<Fault> faults = truth ? List.of() : scenes.pairs().map(Dataset::faults).orElse(List.of());
    if (truth && chosen.isEmpty()) {
      throw new IOException(
          ("%s needs scenes with a ground truth, as SCENE/under, SCENE/over and SCENE/gt or as in"
                  + " SICE, but %s; --sice names a folder of such")
              .formatted(asker, Scenes.lack(scenes.truth())));
    }
    if (chosen.isEmpty()) {
      throw noPairs(asker);
    }
    return new EvaluationPlan(
        lineUp().contenders(), chosen, faults, material.metrics(), Colour.STORED, Frames.PAIR);
  }

  /**
   * The first scene, one with a ground truth if any has one.
   *
   * @param asker id of the experiment, for messages
   * @throws IOException if there is none
   */
  Scene firstScene(String asker) throws IOException {
    return Stream.concat(scenes.withTruth().stream(), scenes.ofPairs().stream())
        .findFirst()
        .orElseThrow(() -> noPairs(asker));
  }

  private IOException noPairs(String asker) {
    return new IOException(
        ("%s needs scenes of two exposures, as SCENE/under and SCENE/over or in another layout of"
                + " datasets, but %s; --data names a folder of such")
            .formatted(asker, Scenes.lack(scenes.pairs())));
  }

  /**
   * The first scenes of so many frames or more.
   *
   * @param asker id of the experiment, for messages
   * @throws IOException if there are none
   */
  List<Scene> sequences(int frames, int count, String asker) throws IOException {
    List<Scene> found = new ArrayList<>();
    for (Optional<Dataset> source : List.of(scenes.pairs(), scenes.truth())) {
      for (Scene scene : source.map(Dataset::scenes).orElse(List.of())) {
        if (scene.frames().size() >= frames && found.size() < count && !found.contains(scene)) {
          found.add(scene);
        }
      }
    }
    if (found.isEmpty()) {
      throw new IOException(
          ("%s needs a scene of at least %d frames, as SCENE/e1 to SCENE/e%d, but %s; --data names"
                  + " a folder of such")
              .formatted(asker, frames, frames, Scenes.lack(scenes.pairs())));
    }
    return found;
  }
}
