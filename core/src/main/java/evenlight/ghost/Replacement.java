package evenlight.ghost;

import evenlight.filter.Strips;
import evenlight.image.Image;
import evenlight.image.ImageSink;

/**
 * Puts what was foretold of a frame into its place where a mask says so; a worker for one thread.
 */
final class Replacement implements Strips.Worker {
  private final Image frame;
  private final Forecast forecast;
  private final SmoothPlane mask;
  private final ImageSink sink;
  private final double[][] rows;
  private final float[][] foretold;
  private final float[] shares;
  private final float[] trust;

  private Replacement(Image frame, Forecast forecast, SmoothPlane mask, ImageSink sink) {
    this.frame = frame;
    this.forecast = forecast;
    this.mask = mask;
    this.sink = sink;
    this.rows = new double[frame.channels()][frame.width()];
    this.foretold = new float[frame.channels()][frame.width()];
    this.shares = new float[frame.width()];
    this.trust = new float[frame.width()];
  }

  /** The frame with the replaced places, at a depth of 8 or 16 bits. */
  static Image apply(
      Image frame, int bitDepth, Forecast forecast, SmoothPlane mask, Strips strips) {
    ImageSink sink = new ImageSink(frame.height(), frame.width(), bitDepth);
    strips.run(frame.height(), () -> new Replacement(frame, forecast, mask, sink));
    return sink.image();
  }

  @Override
  public void compute(int from, int to) {
    for (int y = from; y < to; y++) {
      for (int c = 0; c < rows.length; c++) {
        frame.row(c, y, rows[c]);
      }
      mask.row(y, shares);
      if (anyReplaced()) {
        replace(y);
      }
      sink.accept(y, rows);
    }
  }

  private boolean anyReplaced() {
    for (float share : shares) {
      if (share > 0) {
        return true;
      }
    }
    return false;
  }

  private void replace(int y) {
    forecast.row(y, foretold, trust);
    for (int c = 0; c < rows.length; c++) {
      for (int x = 0; x < shares.length; x++) {
        rows[c][x] += shares[x] * (foretold[c][x] - rows[c][x]);
      }
    }
  }
}
