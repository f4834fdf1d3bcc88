package evenlight.filter;

/**
 * The level of half the size, computed from the one below it, with a and d standing for the
 * averages across and down there:
 *
 * <pre>
 * h(r, j) = a(r, 2j) + 2 a(r, 2j + 1) + a(r, 2j + 2)      across(i, j) = ½ (h(2i, j) + h(2i + 2, j))
 * v(i, c) = d(2i, c) + 2 d(2i + 1, c) + d(2i + 2, c)      down(i, j)   = ½ (v(i, 2j) + v(i, 2j + 2))
 * diagonal(i, j) = ¼ (h(4i + 2, 2j) - h(4i, 2j) + v(2i, 4j + 2) - v(2i, 4j))
 * </pre>
 */
final class CoarserGradients implements HaarLevel {
  private final int size;
  private final double[] across;
  private final double[] down;
  private final double[] diagonal;

  private CoarserGradients(int size) {
    this.size = size;
    this.across = new double[(size - 1) * (size - 1)];
    this.down = new double[(size - 1) * (size - 1)];
    this.diagonal = new double[size / 2 * (size / 2)];
  }

  /** The level above another, which must be at least 4 in size. */
  static CoarserGradients above(HaarLevel finer, Strips strips) {
    CoarserGradients coarser = new CoarserGradients(finer.size() / 2);
    strips.run(coarser.size - 1, () -> coarser.new Builder(finer));
    return coarser;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void across(int row, int count, double[] averages) {
    System.arraycopy(across, row * (size - 1), averages, 0, count);
  }

  @Override
  public void down(int row, int count, double[] averages) {
    System.arraycopy(down, row * (size - 1), averages, 0, count);
  }

  @Override
  public void diagonal(int row, int count, double[] details) {
    System.arraycopy(diagonal, row * (size / 2), details, 0, count);
  }

  /** Fills rows of the level. */
  private final class Builder implements Strips.Worker {
    private final HaarLevel finer;
    private final double[] scratch;
    private final double[] middle;
    private final double[] v;
    private double[] upper;
    private double[] lower;

    Builder(HaarLevel finer) {
      this.finer = finer;
      int places = finer.size() - 1;
      scratch = new double[places];
      middle = new double[places];
      v = new double[places];
      upper = new double[size - 1];
      lower = new double[size - 1];
    }

    @Override
    public void compute(int from, int to) {
      sumAcross(2 * from, lower);
      for (int i = from; i < to; i++) {
        double[] last = upper;
        upper = lower;
        lower = last;
        sumAcross(2 * i + 2, lower);
        sumDown(i);
        averages(i * (size - 1));
        if (i % 2 == 0) {
          details(i / 2 * (size / 2));
        }
      }
    }

    private void sumAcross(int row, double[] h) {
      finer.across(row, scratch.length, scratch);
      for (int j = 0; j < h.length; j++) {
        h[j] = scratch[2 * j] + 2 * scratch[2 * j + 1] + scratch[2 * j + 2];
      }
    }

    private void sumDown(int i) {
      finer.down(2 * i, v.length, v);
      finer.down(2 * i + 1, v.length, middle);
      finer.down(2 * i + 2, v.length, scratch);
      for (int c = 0; c < v.length; c++) {
        v[c] += 2 * middle[c] + scratch[c];
      }
    }

    private void averages(int start) {
      for (int j = 0; j < size - 1; j++) {
        across[start + j] = 0.5 * (upper[j] + lower[j]);
        down[start + j] = 0.5 * (v[2 * j] + v[2 * j + 2]);
      }
    }

    private void details(int start) {
      for (int j = 0; j < size / 2; j++) {
        diagonal[start + j] = 0.25 * (lower[2 * j] - upper[2 * j] + v[4 * j + 2] - v[4 * j]);
      }
    }
  }
}
