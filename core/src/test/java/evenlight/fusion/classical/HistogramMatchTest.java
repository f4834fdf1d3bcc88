package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramMatchTest {
  @Test
  void samples_onePeakEach_isThatPeak() {
    float[] samples = HistogramMatch.samples(peaks(40, 100), peaks(90, 100));
    assertThat(samples[40]).isEqualTo(90 / 255f);
    assertThat(samples[200]).isEqualTo(90 / 255f);
  }

  @Test
  void samples_sameHistogram_staysAtItsLevels() {
    long[] histogram = peaks(10, 30, 11, 50, 200, 20);
    float[] samples = HistogramMatch.samples(histogram, histogram);
    for (int level : new int[] {10, 11, 200}) {
      assertThat(samples[level]).isEqualTo(level / 255f);
    }
  }

  /** Half of 60 samples at one level may go beyond the 30 that the wanted histogram has below. */
  @Test
  void samples_peakOverTwoWanted_goesToTheFirstThatHoldsHalfOfIt() {
    float[] samples = HistogramMatch.samples(peaks(50, 60, 60, 40), peaks(100, 30, 101, 70));
    assertThat(samples[50]).isEqualTo(100 / 255f);
    assertThat(samples[60]).isEqualTo(101 / 255f);
    samples = HistogramMatch.samples(peaks(50, 62, 60, 38), peaks(100, 30, 101, 70));
    assertThat(samples[50]).isEqualTo(101 / 255f);
  }

  @Test
  void level_samples_isTheNearest() {
    assertThat(HistogramMatch.level(0)).isZero();
    assertThat(HistogramMatch.level(1)).isEqualTo(255);
    assertThat(HistogramMatch.level(100.4 / 255)).isEqualTo(100);
    assertThat(HistogramMatch.level(100.6 / 255)).isEqualTo(101);
    assertThat(HistogramMatch.level(1.5)).isEqualTo(255);
  }

  private static long[] peaks(int... levelsAndCounts) {
    long[] histogram = new long[HistogramMatch.LEVELS];
    for (int i = 0; i < levelsAndCounts.length; i += 2) {
      histogram[levelsAndCounts[i]] = levelsAndCounts[i + 1];
    }
    return histogram;
  }
}
