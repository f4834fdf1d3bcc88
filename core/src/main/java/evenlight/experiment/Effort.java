package evenlight.experiment;

import evenlight.bracket.Bracket;
import evenlight.evaluation.PeakMemory;
import evenlight.fusion.FusionMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What it takes to fuse a bracket, or why it cannot be fused.
 *
 * @param seconds of every fusion that was counted, least first; none if there is an obstacle
 * @param peak greatest resident memory of the whole process meanwhile, in bytes; 0 where the system
 *     does not tell
 * @param obstacle why there is nothing, or empty
 */
record Effort(List<Double> seconds, long peak, String obstacle) {
  /** Fusions that are counted, at most. */
  static final int TIMES = 5;

  /** Seconds that they take together after which no further one begins. */
  static final int ENOUGH = 20;

  private static final double NANOS = 1e9;
  private static final Path FORGET = Path.of("/proc/self/clear_refs");

  Effort {
    seconds = seconds.stream().sorted().toList();
    if (seconds.isEmpty() == obstacle.isEmpty()) {
      throw new IllegalArgumentException(
          "an effort must have either seconds or an obstacle, but has %s and \"%s\""
              .formatted(seconds, obstacle));
    }
  }

  /** Nothing, for a reason. */
  static Effort prevented(String reason) {
    return new Effort(List.of(), 0, reason);
  }

  /**
   * Of some fusions.
   *
   * @param warmUp is fused once before, without being counted; may be the same bracket
   */
  static Effort of(FusionMethod method, Bracket warmUp, Bracket bracket) {
    method.fuse(warmUp);
    System.gc();
    forgetPeak();
    List<Double> seconds = new ArrayList<>();
    double sum = 0;
    while (seconds.size() < TIMES && sum < ENOUGH) {
      long start = System.nanoTime();
      method.fuse(bracket);
      seconds.add((System.nanoTime() - start) / NANOS);
      sum += seconds.get(seconds.size() - 1);
    }
    return new Effort(seconds, PeakMemory.of("self").orElse(0), "");
  }

  double median() {
    return (seconds.get((seconds.size() - 1) / 2) + seconds.get(seconds.size() / 2)) / 2;
  }

  double least() {
    return seconds.get(0);
  }

  double most() {
    return seconds.get(seconds.size() - 1);
  }

  /** Lets Linux count the peak from what is resident now: reading photographs is not fusing. */
  private static void forgetPeak() {
    try {
      if (Files.isWritable(FORGET)) {
        Files.writeString(FORGET, "5");
      }
    } catch (IOException e) {
      // the peak then is that of the process so far, which is no less
    }
  }
}
