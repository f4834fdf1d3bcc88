package evenlight.filter;

/**
 * The finest level: a gradient field extended to a square as if its plane were mirrored at the last
 * row and column, without repeating them, as often as it takes. Nothing of the extension is stored.
 */
final class MirroredGradients implements HaarLevel {
  private final GradientField field;
  private final int size;
  private final int[] columns;

  MirroredGradients(GradientField field, int size) {
    this.field = field;
    this.size = size;
    this.columns = new int[size];
    for (int c = 0; c < size; c++) {
      columns[c] = mirrored(c, field.width());
    }
  }

  private static int mirrored(int place, int extent) {
    if (extent == 1) {
      return 0;
    }
    int folded = place % (2 * extent - 2);
    return folded < extent ? folded : 2 * extent - 2 - folded;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void across(int row, int count, double[] averages) {
    int upper = mirrored(row, field.height()) * field.width();
    int lower = mirrored(row + 1, field.height()) * field.width();
    for (int c = 0; c < count; c++) {
      averages[c] = 0.5 * (across(upper, c) + across(lower, c));
    }
  }

  @Override
  public void down(int row, int count, double[] averages) {
    double next = count == 0 ? 0 : down(row, 0);
    int here = rowOfDown(row);
    double sign = signOfDown(row);
    for (int c = 0; c < count; c++) {
      double current = next;
      next = sign * field.down(here + columns[c + 1]);
      averages[c] = 0.5 * (current + next);
    }
  }

  @Override
  public void diagonal(int row, int count, double[] details) {
    int upper = mirrored(2 * row, field.height()) * field.width();
    int lower = mirrored(2 * row + 1, field.height()) * field.width();
    for (int j = 0; j < count; j++) {
      int c = 2 * j;
      double ofDown = down(2 * row, c + 1) - down(2 * row, c);
      double ofAcross = across(lower, c) - across(upper, c);
      details[j] = 0.25 * (ofDown + ofAcross);
    }
  }

  /** Along a mirrored stretch, the plane runs backwards and differences change their sign. */
  private double across(int start, int c) {
    int here = columns[c];
    int next = columns[c + 1];
    return next >= here ? field.across(start + here) : -field.across(start + next);
  }

  private double down(int row, int c) {
    return signOfDown(row) * field.down(rowOfDown(row) + columns[c]);
  }

  private int rowOfDown(int row) {
    int here = mirrored(row, field.height());
    int next = mirrored(row + 1, field.height());
    return Math.min(here, next) * field.width();
  }

  private double signOfDown(int row) {
    return mirrored(row + 1, field.height()) >= mirrored(row, field.height()) ? 1 : -1;
  }
}
