package evenlight.image;

/**
 * An RGB image in the making: rows are clamped to [0,1], rounded half up to a number of bits, and
 * stored.
 */
public final class ImageSink {
  private final int height;
  private final int width;
  private final int white;

  // One of the two has no planes.
  private final byte[][] bytes;
  private final short[][] shorts;

  /**
   * A black image.
   *
   * @param bitDepth bits a sample: 8 or 16
   */
  public ImageSink(int height, int width, int bitDepth) {
    this.height = height;
    this.width = width;
    this.white = (1 << bitDepth) - 1;
    this.bytes = new byte[bitDepth == Byte.SIZE ? 3 : 0][height * width];
    this.shorts = new short[3 - bytes.length][height * width];
  }

  /**
   * Stores one row; several threads may store different ones at a time.
   *
   * @param rows a row of samples for each channel; not kept
   */
  public void accept(int y, double[][] rows) {
    for (int c = 0; c < bytes.length; c++) {
      round(rows[c], bytes[c], y * width);
    }
    for (int c = 0; c < shorts.length; c++) {
      round(rows[c], shorts[c], y * width);
    }
  }

  /**
   * Stores one row; several threads may store different ones at a time.
   *
   * @param rows a row of samples for each channel; not kept
   */
  public void accept(int y, float[][] rows) {
    for (int c = 0; c < bytes.length; c++) {
      round(rows[c], bytes[c], y * width);
    }
    for (int c = 0; c < shorts.length; c++) {
      round(rows[c], shorts[c], y * width);
    }
  }

  private void round(float[] row, byte[] plane, int from) {
    for (int x = 0; x < width; x++) {
      plane[from + x] = (byte) level(row[x]);
    }
  }

  private void round(float[] row, short[] plane, int from) {
    for (int x = 0; x < width; x++) {
      plane[from + x] = (short) level(row[x]);
    }
  }

  private void round(double[] row, byte[] plane, int from) {
    for (int x = 0; x < width; x++) {
      plane[from + x] = (byte) level(row[x]);
    }
  }

  private void round(double[] row, short[] plane, int from) {
    for (int x = 0; x < width; x++) {
      plane[from + x] = (short) level(row[x]);
    }
  }

  private int level(float sample) {
    return (int) Math.min(Math.max(sample * white + 0.5f, 0), white);
  }

  private int level(double sample) {
    return (int) Math.min(Math.max(sample * white + 0.5, 0), white);
  }

  /** The image; no row may be stored after that. */
  public Image image() {
    return shorts.length == 0
        ? Image.ofBytes(height, width, bytes)
        : Image.ofShorts(height, width, shorts);
  }
}
