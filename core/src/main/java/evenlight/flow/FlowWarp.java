package evenlight.flow;

import evenlight.filter.Strips;
import evenlight.ghost.Fraction;
import evenlight.image.Image;
import evenlight.image.ImageSink;

/**
 * Warps a picture by a flow of a fraction of its size; a worker for one thread.
 *
 * <p>Cubic interpolation over 4×4 pixels (Keys 1981, a = -1/2), the border repeated; steps are
 * linear between those of the reduced pixels.
 */
final class FlowWarp implements Strips.Worker {
  private static final int TAPS = 4;

  private final float[][] planes;
  private final FlowField flow;
  private final Fraction fraction;
  private final ImageSink sink;
  private final int height;
  private final int width;
  private final float[][] rows;
  private final float[] down = new float[TAPS];
  private final float[] across = new float[TAPS];

  private FlowWarp(
      Image image, float[][] planes, FlowField flow, Fraction fraction, ImageSink sink) {
    this.planes = planes;
    this.flow = flow;
    this.fraction = fraction;
    this.sink = sink;
    height = image.height();
    width = image.width();
    rows = new float[planes.length][width];
  }

  /** The picture as the flow finds it, at a depth of 8 or 16 bits. */
  static Image apply(Image image, int bitDepth, FlowField flow, Fraction fraction, Strips strips) {
    float[][] planes = new float[image.channels()][];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = image.plane(c);
    }
    ImageSink sink = new ImageSink(image.height(), image.width(), bitDepth);
    strips.run(image.height(), () -> new FlowWarp(image, planes, flow, fraction, sink));
    return sink.image();
  }

  @Override
  public void compute(int from, int to) {
    for (int y = from; y < to; y++) {
      float row = fraction.place(y, flow.height());
      for (int x = 0; x < width; x++) {
        float column = fraction.place(x, flow.width());
        sample(
            y + fraction.factor() * flow.yAt(row, column),
            x + fraction.factor() * flow.xAt(row, column),
            x);
      }
      sink.accept(y, rows);
    }
  }

  private void sample(float wantedRow, float wantedColumn, int target) {
    float row = Math.min(Math.max(wantedRow, 0), height - 1);
    float column = Math.min(Math.max(wantedColumn, 0), width - 1);
    int top = (int) row - 1;
    int left = (int) column - 1;
    weigh(row - top - 1, down);
    weigh(column - left - 1, across);
    for (int c = 0; c < planes.length; c++) {
      float sum = 0;
      for (int i = 0; i < TAPS; i++) {
        int start = Math.min(Math.max(top + i, 0), height - 1) * width;
        float line = 0;
        for (int j = 0; j < TAPS; j++) {
          line += across[j] * planes[c][start + Math.min(Math.max(left + j, 0), width - 1)];
        }
        sum += down[i] * line;
      }
      rows[c][target] = sum;
    }
  }

  /** The weights of the four pixels around a place that lies so far behind the second. */
  private static void weigh(float t, float[] weights) {
    weights[0] = t * (-0.5f + t * (1 - 0.5f * t));
    weights[1] = 1 + t * t * (1.5f * t - 2.5f);
    weights[2] = t * (0.5f + t * (2 - 1.5f * t));
    weights[3] = t * t * (0.5f * t - 0.5f);
  }
}
