package evenlight.evaluation;

import evenlight.dataset.Scene;
import evenlight.evaluation.SceneReader.Loaded;
import evenlight.image.Image8;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pictures of an evaluation from the dataset's files and the folder that kept the results. */
public final class StoredPictures implements EvaluationPictures {
  private final Map<String, Scene> scenes;
  private final Map<String, Contender> contenders;
  private final RunFolder folder;
  private final SceneReader reader;
  private Optional<Held> held = Optional.empty();

  /**
   * The scene that was asked for last: a report asks for its sources, truth and results in turn.
   */
  private record Held(String scene, Loaded loaded) {}

  /** The pictures of a plan whose results are in a folder. */
  public StoredPictures(EvaluationPlan plan, RunFolder folder) {
    this.scenes =
        plan.scenes().stream().collect(Collectors.toMap(Scene::name, Function.identity()));
    this.contenders =
        plan.contenders().stream().collect(Collectors.toMap(Contender::id, Function.identity()));
    this.folder = folder;
    this.reader = new SceneReader(plan.colour(), plan.frames());
  }

  @Override
  public List<Image8> sources(String scene) throws IOException {
    return load(scene).sources();
  }

  @Override
  public Optional<Image8> reference(String scene) throws IOException {
    return load(scene).truth();
  }

  @Override
  public Image8 fused(String method, String scene) throws IOException {
    Contender contender = contenders.get(method);
    if (contender instanceof ResultFolder results) {
      return results.fuse(scene(scene), load(scene).bracket()).image();
    }
    return folder.fused(method, scene);
  }

  private Loaded load(String scene) throws IOException {
    if (held.isEmpty() || !held.get().scene().equals(scene)) {
      held = Optional.of(new Held(scene, reader.read(scene(scene))));
    }
    return held.get().loaded();
  }

  private Scene scene(String name) throws IOException {
    Scene scene = scenes.get(name);
    if (scene == null) {
      throw new IOException(
          "the dataset must have the pictures of %s, but lacks some".formatted(name));
    }
    return scene;
  }
}
