package evenlight.evaluation;

import evenlight.dataset.Fault;
import evenlight.dataset.Scene;
import java.io.IOException;
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
      for (Future<List<ScoreRow>> future : futures) {
        rows.addAll(future.get());
      }
      for (Fault fault : plan.faults()) {
        rows.addAll(failed(fault));
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
    SceneRun run = new SceneRun(scene, plan, folder, version);
    List<ScoreRow> rows = new ArrayList<>();
    for (Contender contender : plan.contenders(scene)) {
      SceneRun.Outcome outcome = run.evaluate(contender);
      rows.add(report(outcome.row(), outcome.reused()));
    }
    return rows;
  }

  private synchronized ScoreRow report(ScoreRow row, boolean reused) {
    done++;
    listener.rowDone(row, reused, done, total);
    return row;
  }
}
