package evenlight.bench.kernel;

import evenlight.image.Image8;
import evenlight.metric.Comparison;
import evenlight.metric.MefSsim;
import evenlight.metric.Score;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** MEF-SSIM of three scales, of two grey sources and their mean. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MefSsimBenchmark {
  /** Rows and columns. */
  @Param({"256", "512", "1024"})
  public int size;

  private Comparison comparison = noise(1);

  /** Makes pictures of noise. */
  @Setup
  public void fill() {
    comparison = noise(size);
  }

  private static Comparison noise(int size) {
    Random random = new Random(1);
    byte[] under = new byte[size * size];
    byte[] over = new byte[size * size];
    byte[] fused = new byte[size * size];
    for (int i = 0; i < fused.length; i++) {
      int dark = random.nextInt(128);
      int bright = 128 + random.nextInt(128);
      under[i] = (byte) dark;
      over[i] = (byte) bright;
      fused[i] = (byte) ((dark + bright) / 2);
    }
    return new Comparison(
        List.of(Image8.of(size, size, under), Image8.of(size, size, over)),
        Image8.of(size, size, fused),
        Optional.empty());
  }

  /** Scores the fused picture. */
  @Benchmark
  public Score score() {
    return MefSsim.MULTI_SCALE.score(comparison);
  }
}
