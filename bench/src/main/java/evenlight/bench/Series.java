package evenlight.bench;

import java.util.List;

/**
 * What was measured of one contestant on one bracket.
 *
 * @param contestant by its name
 * @param megapixels of an exposure
 * @param exposures how many
 * @param seconds of each run
 * @param peakMegabytes of each run
 */
record Series(
    String contestant,
    double megapixels,
    int exposures,
    List<Double> seconds,
    List<Double> peakMegabytes) {
  Series {
    seconds = List.copyOf(seconds);
    peakMegabytes = List.copyOf(peakMegabytes);
  }

  /** Of some runs. */
  static Series of(
      Contestant contestant, double megapixels, int exposures, List<MeasuredProcess> runs) {
    return new Series(
        contestant.name(),
        megapixels,
        exposures,
        runs.stream().map(MeasuredProcess::seconds).toList(),
        runs.stream().map(run -> run.peakBytes() / 1e6).toList());
  }
}
