package evenlight.cli;

import evenlight.card.FoundSet;
import evenlight.card.Shot;
import evenlight.card.report.BatchSummary.SetSummary;
import evenlight.card.report.BatchSummary.Status;
import evenlight.cli.BatchFolder.FileState;
import evenlight.cli.BatchFolder.Note;
import evenlight.image.io.Sha256;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** Fuses sets, each for itself: one that fails is a line, and the others go on. */
final class BatchRun {
  private final PipelineOptions pipeline;
  private final BatchOutputOptions output;
  private final BatchFolder folder;
  private final String settings;
  private final Messages messages;

  /**
   * A run.
   *
   * @param settings all that results depend on beside their sources
   */
  BatchRun(
      PipelineOptions pipeline,
      BatchOutputOptions output,
      BatchFolder folder,
      String settings,
      Messages messages) {
    this.pipeline = pipeline;
    this.output = output;
    this.folder = folder;
    this.settings = settings;
    this.messages = messages;
  }

  /**
   * Fuses the sets, so many at a time, and tells of each in their order.
   *
   * @throws IOException if it cannot be noted how far a set is: the others would fare no better
   */
  List<SetSummary> run(List<FoundSet> sets, int jobs, Consumer<SetSummary> listener)
      throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<SetSummary>> futures = new ArrayList<>();
      for (FoundSet set : sets) {
        futures.add(workers.submit(() -> fuse(set)));
      }
      List<SetSummary> done = new ArrayList<>();
      for (Future<SetSummary> future : futures) {
        SetSummary summary = future.get();
        done.add(summary);
        listener.accept(summary);
      }
      return done;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private SetSummary fuse(FoundSet set) throws IOException {
    FusionTarget target = output.target(set.name());
    String key;
    try {
      key = key(set);
      Optional<Note> former = former(set, target, key);
      if (former.isPresent()) {
        return summary(set, Status.KEPT, target, former.get().notes());
      }
    } catch (IOException e) {
      return failed(set, e);
    }
    folder.write(set.name(), new Note(key, FileState.of(target.file()), null, List.of()));
    FusionReport report;
    long start = System.nanoTime();
    try {
      List<Path> files = set.shots().stream().map(Shot::file).toList();
      pipeline.check(files, Files.exists(target.file()) ? target.replacing() : target);
      report =
          pipeline
              .run(files, messages)
              .fuse(files, target, note -> messages.note("%s: %s".formatted(set.name(), note)));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return failed(set, e);
    }
    double seconds = FusionRun.secondsSince(start);
    Note note = new Note(key, FileState.of(target.file()), seconds, report.notes());
    folder.write(set.name(), note);
    return of(set, Status.DONE, target.file().toString(), seconds, null, report.notes());
  }

  /**
   * What an earlier run noted of a picture that need not be made again.
   *
   * @throws IOException if a picture is in the way that must not be replaced
   */
  private Optional<Note> former(FoundSet set, FusionTarget target, String key) throws IOException {
    FileState now = FileState.of(target.file());
    if (now == null || (output.overwrite() && !output.resume())) {
      return Optional.empty();
    }
    Optional<Note> former = folder.note(set.name()).filter(note -> note.key().equals(key));
    if (former.isEmpty() && !output.overwrite()) {
      throw new IOException(
          "the output must be a new file or made from the same files with the same settings, but"
              + " %s is neither; --overwrite replaces it".formatted(target.file()));
    }
    if (former.isPresent() && !pipeline.isComplete(target)) {
      return Optional.empty(); // stopped between the picture and what is written beside it
    }
    boolean same = former.isPresent() && now.equals(former.get().picture());
    if (former.isEmpty() || (same && !former.get().isDone())) {
      return Optional.empty(); // what lies there was to be replaced
    }
    if (former.get().isDone() && !same && !output.overwrite()) {
      throw new IOException(
          "the output must be as it was made, but %s was changed since; --overwrite replaces it"
              .formatted(target.file()));
    }
    return former.get().isDone() && !same ? Optional.empty() : former;
  }

  /** Hash of all that a picture depends on; of the sources, name, size and time. */
  private String key(FoundSet set) throws IOException {
    StringBuilder text = new StringBuilder(Version.number()).append('\n').append(settings);
    for (Shot shot : set.shots()) {
      Path file = shot.file();
      text.append(file.getFileName())
          .append(' ')
          .append(Files.size(file))
          .append(' ')
          .append(Files.getLastModifiedTime(file).toMillis())
          .append('\n');
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static SetSummary summary(
      FoundSet set, Status status, FusionTarget target, List<String> notes) {
    return of(set, status, target.file().toString(), 0, null, notes);
  }

  private SetSummary failed(FoundSet set, Throwable failure) {
    String error =
        failure instanceof ParameterException
            ? FailureMessage.inOneLine(failure.getMessage())
            : FailureMessage.of(failure);
    messages.note("%s failed: %s".formatted(set.name(), error));
    return of(set, Status.FAILED, null, 0, error, List.of());
  }

  /** A set that is not fused because it is not sure enough. */
  static SetSummary unsure(FoundSet set) {
    return of(set, Status.UNSURE, null, 0, null, List.of());
  }

  private static SetSummary of(
      FoundSet set,
      Status status,
      @Nullable String picture,
      double seconds,
      @Nullable String error,
      List<String> notes) {
    return new SetSummary(
        set.name(),
        set.shots().stream().map(shot -> shot.file().toString()).toList(),
        set.stops(),
        set.confidence(),
        set.reasons(),
        status,
        picture,
        seconds,
        error,
        notes);
  }
}
