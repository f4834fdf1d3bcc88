package evenlight.experiment;

import evenlight.evaluation.Processor;
import evenlight.image.io.AtomicFile;
import evenlight.image.io.Sha256;
import evenlight.json.JsonRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder that keeps what was measured, so that measuring can be stopped and go on: {@code
 * cpu/METHOD/HEIGHTxWIDTH.json}, sizes at which a method failed included. Each is reused where all
 * that it depends on is the same: version, machine, threads, method and parameters, photographs.
 *
 * @param folder which is made with the first measurement
 * @param version of this program
 */
record MeasuredEfforts(Path folder, String version) {
  /**
   * One of them.
   *
   * @param key hash of all that it depends on
   */
  record Stored(String key, Effort effort) {}

  /**
   * What a task takes: as it was measured, or is now by a meter.
   *
   * @param fingerprint of the method
   */
  Effort effort(EffortTask task, String fingerprint, EffortMeter meter)
      throws IOException, InterruptedException {
    String key = key(task, fingerprint);
    Optional<Effort> former = former(file(task), key);
    if (former.isPresent()) {
      return former.get();
    }
    Effort effort = meter.measure(task);
    Files.createDirectories(file(task).toAbsolutePath().getParent());
    byte[] bytes =
        JsonRecords.writeIndented(new Stored(key, effort)).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file(task), out -> out.write(bytes));
    return effort;
  }

  private Path file(EffortTask task) {
    return folder
        .resolve(task.device().name().toLowerCase(Locale.ROOT))
        .resolve(task.method())
        .resolve("%dx%d.json".formatted(task.size().height(), task.size().width()));
  }

  private static Optional<Effort> former(Path file, String key) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Stored stored = JsonRecords.read(Files.readString(file), Stored.class);
      return stored.key().equals(key) ? Optional.of(stored.effort()) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // left by another version: it is measured anew
    }
  }

  private String key(EffortTask task, String fingerprint) throws IOException {
    String parts =
        String.join(
            "\n",
            version,
            machine(),
            fingerprint,
            task.method(),
            task.device().name(),
            Integer.toString(task.threads()),
            task.size().toString(),
            Sha256.of(Path.of(task.under())),
            Sha256.of(Path.of(task.over())));
    return Sha256.of(parts.getBytes(StandardCharsets.UTF_8));
  }

  /** What measurements are made on, in words. */
  static String machine() {
    Runtime here = Runtime.getRuntime();
    return "%s, %d processors, Java %s with a heap of at most %.0f MiB"
        .formatted(
            Processor.name(),
            here.availableProcessors(),
            System.getProperty("java.version"),
            here.maxMemory() / EfficiencyLine.MEBI);
  }
}
