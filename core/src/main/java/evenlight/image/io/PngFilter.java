package evenlight.image.io;

/**
 * Replaces bytes by their differences from what their neighbours let expect, by Paeth's filter (PNG
 * specification, clause 9).
 *
 * <p>It serves every row: the choice of a filter for each, by the usual heuristic, made photographs
 * no smaller.
 */
final class PngFilter {
  private static final byte PAETH = 4;

  private PngFilter() {}

  /** The filtered rows of a block, before each the filter's number. */
  static byte[] paeth(InterleavedRows rows, int block) {
    int start = block * rows.blockRows();
    int pixel = rows.pixelBytes();
    InterleavedRows.Reader reader = rows.reader();
    // Rows start with a black pixel, and the row above the first is black.
    byte[] above = new byte[pixel + rows.rowBytes()];
    byte[] row = new byte[pixel + rows.rowBytes()];
    if (start > 0) {
      reader.read(start - 1, above, pixel);
    }
    byte[] filtered = new byte[(rows.blockEnd(block) - start) * (rows.rowBytes() + 1)];
    for (int y = start, i = 0; y < rows.blockEnd(block); y++) {
      reader.read(y, row, pixel);
      filtered[i++] = PAETH;
      for (int x = pixel; x < row.length; x++) {
        filtered[i++] = (byte) (row[x] - expected(row[x - pixel], above[x], above[x - pixel]));
      }
      byte[] done = above;
      above = row;
      row = done;
    }
    return filtered;
  }

  private static int expected(byte before, byte above, byte corner) {
    int a = before & 0xff;
    int b = above & 0xff;
    int c = corner & 0xff;
    int fromBefore = Math.abs(b - c);
    int fromAbove = Math.abs(a - c);
    int fromCorner = Math.abs(a + b - 2 * c);
    if (fromBefore <= fromAbove && fromBefore <= fromCorner) {
      return a;
    }
    return fromAbove <= fromCorner ? b : c;
  }
}
