package evenlight.pyramid;

/** The finest level of a Laplacian pyramid of stored planes: what halving takes from them. */
public final class Detail {
  private Detail() {}

  /** The planes minus their halves' expansion. */
  public static LayerStack of(LayerStack planes, Border border) {
    RowWindow fine = new RowWindow(planes.rows(), 6);
    RowWindow halved = new RowWindow(new HalvedRows(fine, 0, border), 1);
    Expansion expansion = new Expansion(halved, 0, planes.width(), border);
    LayerStack detail =
        new LayerStack(planes.layers(), planes.height(), planes.width(), Precision.DOUBLE);
    double[][] rows = new double[planes.layers()][planes.width()];
    for (int y = 0; y < planes.height(); y++) {
      expansion.moveTo(y);
      double[][] row = fine.row(y);
      for (int layer = 0; layer < rows.length; layer++) {
        for (int x = 0; x < planes.width(); x++) {
          rows[layer][x] = 0;
        }
        expansion.addTo(layer, rows[layer]);
        for (int x = 0; x < planes.width(); x++) {
          rows[layer][x] = row[layer][x] - rows[layer][x];
        }
      }
      detail.put(y, rows);
    }
    return detail;
  }
}
