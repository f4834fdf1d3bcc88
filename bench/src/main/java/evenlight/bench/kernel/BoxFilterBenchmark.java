package evenlight.bench.kernel;

import evenlight.filter.BoxFilter;
import evenlight.filter.Strips;
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

/** Means over boxes of a whole plane, on one thread and on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BoxFilterBenchmark {
  /** Rows and columns. */
  @Param({"256", "1024", "4096"})
  public int size;

  /** How far the box reaches from its centre. */
  @Param({"4", "10"})
  public int radius;

  /** How many threads; 0 means one per core. */
  @Param({"1", "0"})
  public int threads;

  private double[] plane = {};
  private double[] filtered = {};

  /** Makes a plane of noise. */
  @Setup
  public void fill() {
    plane = new Random(1).doubles((long) size * size).toArray();
    filtered = new double[plane.length];
  }

  /** Filters the plane. */
  @Benchmark
  public double[] means() {
    new Strips(threads).run(size, () -> worker(new BoxFilter(size, size, radius)));
    return filtered;
  }

  private Strips.Worker worker(BoxFilter box) {
    double[] means = new double[size];
    return (from, to) -> {
      box.restart();
      for (int y = Math.max(from - radius, 0); y < to + radius; y++) {
        if (y < size) {
          System.arraycopy(plane, y * size, box.entering(), 0, size);
          box.enter();
        } else {
          box.enterZeros();
        }
        if (y - radius >= from) {
          box.means(y - radius, means);
          System.arraycopy(means, 0, filtered, (y - radius) * size, size);
        }
      }
    };
  }
}
