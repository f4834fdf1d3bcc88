package evenlight.bench;

import evenlight.evaluation.PeakMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program.
 *
 * @param seconds from its start to its end
 * @param processorSeconds that its threads were running, all together; read as the memory is
 * @param peakBytes the most memory that it held, as the kernel counts it (VmHWM); read every few
 *     milliseconds, so that what it took in the very last of them can be missing
 */
record MeasuredProcess(double seconds, double processorSeconds, long peakBytes) {
  private static final long INTERVAL_MILLISECONDS = 3;

  /**
   * Runs a program to its end.
   *
   * @param log receives what it says
   * @throws IOException if it cannot be started or fails; the message has what it said
   */
  static MeasuredProcess run(List<String> command, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    String number = Long.toString(process.pid());
    long peak = 0;
    Duration running = Duration.ZERO;
    try {
      while (!process.waitFor(INTERVAL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, PeakMemory.of(number).orElse(0));
        running = process.info().totalCpuDuration().orElse(running);
      }
    } finally {
      process.destroyForcibly();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException(
          "%s must end with 0, but ended with %d: %s"
              .formatted(command.get(0), process.exitValue(), Files.readString(log).strip()));
    }
    return new MeasuredProcess(seconds, running.toMillis() / 1e3, peak);
  }
}
