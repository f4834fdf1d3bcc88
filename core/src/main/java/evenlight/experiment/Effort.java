package evenlight.experiment;

import evenlight.bracket.Bracket;
import evenlight.evaluation.PeakMemory;
import evenlight.fusion.FusionMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What it takes to fuse a bracket once.
 *
 * @param median seconds
 * @param least seconds
 * @param most seconds
 * @param peak greatest resident memory of the whole process meanwhile, in bytes; empty where the
 *     system does not tell
 */
record Effort(double median, double least, double most, OptionalLong peak) {
  private static final double NANOS = 1e9;
  private static final Path FORGET = Path.of("/proc/self/clear_refs");

  /** Of so many fusions after one that is not timed. */
  static Effort of(FusionMethod method, Bracket bracket, int times) {
    method.fuse(bracket);
    System.gc();
    forgetPeak();
    double[] seconds = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      method.fuse(bracket);
      seconds[i] = (System.nanoTime() - start) / NANOS;
    }
    Arrays.sort(seconds);
    return new Effort(seconds[times / 2], seconds[0], seconds[times - 1], PeakMemory.of("self"));
  }

  /** Lets Linux count the peak from what is resident now. */
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
