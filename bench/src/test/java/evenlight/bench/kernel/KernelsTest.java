package evenlight.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelsTest {
  @Test
  void means_noise_areNearAHalf() {
    BoxFilterBenchmark benchmark = new BoxFilterBenchmark();
    benchmark.size = 100;
    benchmark.radius = 10;
    benchmark.fill();
    for (double mean : benchmark.means()) {
      assertThat(mean).isBetween(0.3, 0.7);
    }
  }

  @Test
  void score_noise_isDefined() {
    MefSsimBenchmark benchmark = new MefSsimBenchmark();
    benchmark.size = 64;
    benchmark.fill();
    assertThat(benchmark.score().value()).isPresent();
  }
}
