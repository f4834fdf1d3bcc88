package evenlight.pyramid;

import java.util.stream.IntStream;

/** Several planes of one size, stored; different threads may write different rows. */
public final class LayerStack {
  private final int height;
  private final int width;
  private final Layer[] layers;

  /** Planes of zeros. */
  public LayerStack(int layers, int height, int width, Precision precision) {
    this.height = height;
    this.width = width;
    int samples = Math.multiplyExact(height, width);
    this.layers =
        IntStream.range(0, layers)
            .mapToObj(
                i ->
                    precision == Precision.SINGLE
                        ? new Floats(new float[samples])
                        : new Doubles(new double[samples]))
            .toArray(Layer[]::new);
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** How many planes there are. */
  public int layers() {
    return layers.length;
  }

  /** One row of one plane. */
  public void row(int layer, int y, double[] row) {
    layers[layer].read(y * width, width, row);
  }

  /** Stores one row of every plane. */
  public void put(int y, double[][] rows) {
    for (int layer = 0; layer < layers.length; layer++) {
      put(layer, y, rows[layer]);
    }
  }

  /** Stores one row of one plane. */
  public void put(int layer, int y, double[] row) {
    layers[layer].write(y * width, width, row);
  }

  /** The stored rows, for one thread. */
  public RowSource rows() {
    return new RowSource() {
      @Override
      public int height() {
        return height;
      }

      @Override
      public int width() {
        return width;
      }

      @Override
      public int layers() {
        return layers.length;
      }

      @Override
      public void row(int y, double[][] rows) {
        for (int layer = 0; layer < layers.length; layer++) {
          LayerStack.this.row(layer, y, rows[layer]);
        }
      }
    };
  }

  private interface Layer {
    void read(int from, int count, double[] row);

    void write(int from, int count, double[] row);
  }

  private static final class Floats implements Layer {
    private final float[] samples;

    Floats(float[] samples) {
      this.samples = samples;
    }

    @Override
    public void read(int from, int count, double[] row) {
      for (int x = 0; x < count; x++) {
        row[x] = samples[from + x];
      }
    }

    @Override
    public void write(int from, int count, double[] row) {
      for (int x = 0; x < count; x++) {
        samples[from + x] = (float) row[x];
      }
    }
  }

  private static final class Doubles implements Layer {
    private final double[] samples;

    Doubles(double[] samples) {
      this.samples = samples;
    }

    @Override
    public void read(int from, int count, double[] row) {
      System.arraycopy(samples, from, row, 0, count);
    }

    @Override
    public void write(int from, int count, double[] row) {
      System.arraycopy(row, 0, samples, from, count);
    }
  }
}
