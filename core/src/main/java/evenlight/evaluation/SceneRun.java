package evenlight.evaluation;

import evenlight.dataset.Scene;
import evenlight.evaluation.SceneReader.Loaded;
import evenlight.image.Image8;
import evenlight.image.io.Sha256;
import evenlight.metric.Comparison;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One scene of an evaluation: read once, when the first row needs it. */
final class SceneRun {
  private final Scene scene;
  private final EvaluationPlan plan;
  private final Optional<RunFolder> folder;
  private final String version;
  private @Nullable Loaded loaded;
  private @Nullable String inputs;

  SceneRun(Scene scene, EvaluationPlan plan, Optional<RunFolder> folder, String version) {
    this.scene = scene;
    this.plan = plan;
    this.folder = folder;
    this.version = version;
  }

  /**
   * What came out.
   *
   * @param reused whether it was there from an earlier run
   */
  record Outcome(ScoreRow row, boolean reused) {}

  /**
   * A row and the image that it is about.
   *
   * @param row the scores
   * @param image what was scored
   */
  record Made(ScoreRow row, Image8 image) {}

  /**
   * Fuses and scores, or takes what an earlier run kept; whatever fails becomes a failed row.
   *
   * @throws IOException if a row cannot be kept: the other scenes would fare no better
   */
  Outcome evaluate(Contender contender) throws IOException {
    String key;
    Made made;
    try {
      key = key(contender);
      Optional<ScoreRow> former = former(contender, key);
      if (former.isPresent()) {
        return new Outcome(former.get(), true);
      }
      made = make(contender);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return new Outcome(
          ScoreRow.failed(contender.id(), scene.name(), sourceNames(), Failure.inOneLine(e)),
          false);
    }
    if (folder.isPresent()) {
      folder.get().keep(contender, made, key);
    }
    return new Outcome(made.row(), false);
  }

  private Optional<ScoreRow> former(Contender contender, String key) throws IOException {
    return folder.isPresent() ? folder.get().row(contender, scene.name(), key) : Optional.empty();
  }

  private Made make(Contender contender) throws IOException {
    Loaded here = load();
    Contender.Result result = contender.fuse(scene, here.bracket());
    Comparison comparison = new Comparison(here.sources(), result.image(), here.truth());
    ScoreRow row =
        new ScoreRow(
            contender.id(),
            scene.name(),
            here.names(),
            PhotoScores.of(comparison, plan.metrics()),
            result.seconds(),
            Optional.empty());
    return new Made(row, result.image());
  }

  private Loaded load() throws IOException {
    if (loaded == null) {
      loaded = new SceneReader(plan.colour(), plan.frames()).read(scene);
    }
    return loaded;
  }

  private List<String> sourceNames() {
    return scene.frames().stream().map(file -> file.getFileName().toString()).toList();
  }

  /** Hash of all that the scores depend on. */
  private String key(Contender contender) throws IOException {
    List<String> parts = new ArrayList<>();
    parts.add(version);
    parts.add(contender.fingerprint(scene));
    parts.add(plan.colour() + " " + plan.frames() + " " + scene.pairNamed());
    plan.cards().forEach(card -> parts.add(card.id()));
    parts.add(inputs());
    return hash(parts);
  }

  private String inputs() throws IOException {
    if (inputs == null) {
      List<String> hashes = new ArrayList<>();
      for (Path file : files()) {
        hashes.add(Sha256.of(Files.readAllBytes(file)));
      }
      inputs = hash(hashes);
    }
    return inputs;
  }

  private List<Path> files() {
    boolean pair = plan.frames() == Frames.PAIR && scene.pairNamed();
    List<Path> files =
        new ArrayList<>(pair ? List.of(scene.under(), scene.over()) : scene.frames());
    scene.groundTruth().ifPresent(files::add);
    return files;
  }

  private static String hash(List<String> parts) {
    return Sha256.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }
}
