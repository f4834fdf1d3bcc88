package evenlight.ghost;

/**
 * A forecast that another one completes where the first is not to be trusted.
 *
 * @param first what counts where it can
 * @param second what counts elsewhere
 * @param agreement from 0 to 1: how far the second agrees with what the first has to say there
 */
record Completed(Forecast first, Forecast second, SmoothPlane agreement) implements Forecast {
  @Override
  public void row(int y, float[][] samples, float[] trust) {
    first.row(y, samples, trust);
    int width = trust.length;
    boolean complete = true;
    for (float share : trust) {
      complete &= share == 1;
    }
    if (complete) {
      return;
    }
    float[][] others = new float[samples.length][width];
    float[] share = new float[width];
    float[] agreeing = new float[width];
    second.row(y, others, share);
    agreement.row(y, agreeing);
    for (int x = 0; x < width; x++) {
      share[x] *= agreeing[x] * (1 - trust[x]);
      trust[x] += share[x];
    }
    for (int c = 0; c < samples.length; c++) {
      for (int x = 0; x < width; x++) {
        samples[c][x] += share[x] * (others[c][x] - samples[c][x]);
      }
    }
  }
}
