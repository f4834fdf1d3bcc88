package evenlight.torch.training.report;

import evenlight.torch.training.Step;
import evenlight.torch.training.TrainingListener;
import evenlight.torch.training.ValidationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what happens in a training run.
 *
 * <pre>
 * metrics.csv                 figures, a row for every 20 steps and for every validation
 * tensorboard/                the same figures and the pictures, for tensorboard --logdir
 * validation/step-004000.png  the validation scenes: under-exposed, over-exposed, fused
 * curves.png                  metrics.csv drawn, when the record is closed
 * </pre>
 *
 * <p>Figures and pictures are on the disk as soon as they are known. The first thing that is heard
 * of tells where the run begins or goes on: what an earlier part of it, or another run, left of
 * later steps is dropped then. Until then nothing is touched. Methods of the listener throw {@link
 * UncheckedIOException} if something cannot be written, or a metrics.csv to go on with is none.
 */
public final class RunRecord implements TrainingListener, AutoCloseable {
  private static final int STEPS_PER_ROW = 20;

  private final Path folder;
  private final InstantSource clock;
  private final StepBlock block = new StepBlock();
  private @Nullable RecordFiles files;

  /**
   * A record of a run that begins or goes on.
   *
   * @param folder made if it is not there
   */
  public RunRecord(Path folder) {
    this(folder, InstantSource.system());
  }

  RunRecord(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void stepDone(Step step) {
    unchecked(
        () -> {
          RecordFiles to = filesAfter(step.step() - 1);
          block.add(step);
          if (step.step() % STEPS_PER_ROW == 0 || step.step() == step.steps()) {
            addBlock(to);
          }
        });
  }

  @Override
  public void validated(ValidationResult result) {
    unchecked(
        () -> {
          RecordFiles to = filesAfter(result.step());
          addBlock(to);
          to.add(MetricsRow.of(result));
          to.addPictures(result);
        });
  }

  /** Ends a row, so that a run that goes on from here has the rows of one that never stopped. */
  @Override
  public void checkpointWritten(int step, Path file) {
    unchecked(() -> addBlock(filesAfter(step)));
  }

  private RecordFiles filesAfter(int done) throws IOException {
    if (files == null) {
      files = RecordFiles.open(folder, done, clock);
    }
    return files;
  }

  private void addBlock(RecordFiles to) throws IOException {
    Optional<MetricsRow> row = block.take();
    if (row.isPresent()) {
      to.add(row.get());
    }
  }

  /** Keeps the last steps and draws the curves. */
  @Override
  public void close() throws IOException {
    RecordFiles open = files;
    if (open != null) {
      try (open) {
        addBlock(open);
        open.drawCurves();
      }
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void unchecked(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
