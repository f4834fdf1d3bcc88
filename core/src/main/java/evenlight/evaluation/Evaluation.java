package evenlight.evaluation;

import evenlight.dataset.Fault;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fuses every scene by every method and scores the results.
 *
 * <p>Scenes are worked on in parallel, each read once for all methods. What a row holds depends on
 * neither the number of threads nor on the order, but for the seconds. A scene that cannot be read,
 * fused or scored becomes a failed row and the others go on.
 */
public final class Evaluation {
  private final EvaluationPlan plan;
  private final Optional<RunFolder> folder;
  private final String version;
  private final EvaluationListener listener;
  private final SceneReader reader;
  private final int total;
  private int done;

  /**
   * An evaluation to run.
   *
   * @param folder where rows and fused images are kept and taken from, if anywhere
   * @param version of this program: rows that another one left are computed anew
   */
  public Evaluation(
      EvaluationPlan plan,
      Optional<RunFolder> folder,
      String version,
      EvaluationListener listener) {
    this.plan = plan;
    this.folder = folder;
    this.version = version;
    this.listener = listener;
    this.reader = new SceneReader(plan.colour(), plan.frames());
    this.total = plan.rows();
  }

  /**
   * Runs it.
   *
   * @param jobs how many scenes are worked on at a time
   * @throws IOException if rows cannot be kept; failing scenes are rows
   * @throws InterruptedException if the thread is interrupted; rows that are done stay kept
   */
  public ScoreTable run(int jobs) throws IOException, InterruptedException {
    List<ScoreRow> rows = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<List<ScoreRow>>> futures = new ArrayList<>();
      for (Scene scene : plan.scenes()) {
        futures.add(workers.submit(() -> evaluate(scene)));
      }
      for (Fault fault : plan.faults()) {
        rows.addAll(failed(fault));
      }
      for (Future<List<ScoreRow>> future : futures) {
        rows.addAll(future.get());
      }
    } catch (ExecutionException e) {
      throw Failure.ioOrUnchecked(e);
    } finally {
      workers.shutdownNow();
    }
    return new ScoreTable(
        plan.methods(), sceneNames(), plan.cards(), plan.colour().description(), rows);
  }

  private List<String> sceneNames() {
    List<String> names = new ArrayList<>(plan.scenes().stream().map(Scene::name).toList());
    plan.faults().forEach(fault -> names.add(fault.scene()));
    return names;
  }

  private List<ScoreRow> failed(Fault fault) {
    List<ScoreRow> rows = new ArrayList<>();
    for (String method : plan.methods()) {
      rows.add(report(ScoreRow.failed(method, fault.scene(), List.of(), fault.error()), false));
    }
    return rows;
  }

  private List<ScoreRow> evaluate(Scene scene) throws IOException {
    SceneRun run = new SceneRun(scene);
    List<ScoreRow> rows = new ArrayList<>();
    for (Contender contender : plan.contenders(scene)) {
      rows.add(run.row(contender));
    }
    return rows;
  }

  private synchronized ScoreRow report(ScoreRow row, boolean reused) {
    done++;
    listener.rowDone(row, reused, done, total);
    return row;
  }

  /**
   * A row and the image that it is about.
   *
   * @param row the scores
   * @param image what was scored
   */
  record Made(ScoreRow row, Image8 image) {}

  /** One scene, read when the first row needs it. */
  private final class SceneRun {
    private final Scene scene;
    private Optional<Loaded> loaded = Optional.empty();

    SceneRun(Scene scene) {
      this.scene = scene;
    }

    ScoreRow row(Contender contender) throws IOException {
      String key;
      Made made;
      try {
        key = key(contender);
        Optional<ScoreRow> former = former(contender, key);
        if (former.isPresent()) {
          return report(former.get(), true);
        }
        made = make(contender);
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        return report(
            ScoreRow.failed(contender.id(), scene.name(), sourceNames(), Failure.inOneLine(e)),
            false);
      }
      keep(contender, key, made);
      return report(made.row(), false);
    }

    private Optional<ScoreRow> former(Contender contender, String key) throws IOException {
      return folder.isPresent() ? folder.get().row(contender, scene.name(), key) : Optional.empty();
    }

    private Made make(Contender contender) throws IOException {
      Loaded here = load();
      Contender.Result result = contender.fuse(scene, here.bracket());
      Comparison comparison = new Comparison(here.sources(), result.image(), here.truth());
      return new Made(
          new ScoreRow(
              contender.id(),
              scene.name(),
              here.names(),
              PhotoScores.of(comparison, plan.metrics()),
              result.seconds(),
              Optional.empty()),
          result.image());
    }

    /** A disk that is full ends the run: the other scenes would fare no better. */
    private void keep(Contender contender, String key, Made made) throws IOException {
      if (folder.isPresent()) {
        folder.get().keep(contender, made, key);
      }
    }

    private Loaded load() throws IOException {
      if (loaded.isEmpty()) {
        loaded = Optional.of(reader.read(scene));
      }
      return loaded.get();
    }

    private List<String> sourceNames() {
      return scene.frames().stream().map(file -> file.getFileName().toString()).toList();
    }

    private String key(Contender contender) throws IOException {
      StringBuilder text = new StringBuilder();
      text.append(version).append('\n').append(contender.fingerprint(scene)).append('\n');
      text.append(plan.colour()).append('\n').append(plan.frames()).append('\n');
      plan.cards().forEach(card -> text.append(card.id()).append('\n'));
      text.append(scene.pairNamed()).append('\n');
      for (Path file : files()) {
        text.append(Sha256.of(Files.readAllBytes(file))).append('\n');
      }
      return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() {
      List<Path> files =
          new ArrayList<>(
              plan.frames() == Frames.PAIR && scene.pairNamed()
                  ? List.of(scene.under(), scene.over())
                  : scene.frames());
      scene.groundTruth().ifPresent(files::add);
      return files;
    }
  }
}
