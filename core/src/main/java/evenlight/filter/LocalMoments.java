package evenlight.filter;

/**
 * Weighted means, variances and the covariance of two planes within every window of one row of
 * places, see {@link SeparableWindow}.
 *
 * <p>The variances are population variances, {@code E[x²] - E[x]²}; rounding can make them slightly
 * negative where a plane is flat. Meant for windows whose weights sum to 1.
 */
public final class LocalMoments {
  private final double[] meanX;
  private final double[] meanY;
  private final double[] squareX;
  private final double[] squareY;
  private final double[] product;

  private LocalMoments(int places) {
    meanX = new double[places];
    meanY = new double[places];
    squareX = new double[places];
    squareY = new double[places];
    product = new double[places];
  }

  /**
   * The moments of one row.
   *
   * @param row the top row of the windows
   */
  public static LocalMoments of(SeparableWindow window, Plane x, Plane y, int row) {
    LocalMoments moments = new LocalMoments(window.places(x.width()));
    double[] scratch = new double[x.width()];
    window.sum(x, row, scratch, moments.meanX);
    window.sum(y, row, scratch, moments.meanY);
    window.sumOfProducts(x, x, row, scratch, moments.squareX);
    window.sumOfProducts(y, y, row, scratch, moments.squareY);
    window.sumOfProducts(x, y, row, scratch, moments.product);
    return moments;
  }

  /** How many places the row has. */
  public int places() {
    return meanX.length;
  }

  /** Mean of the first plane. */
  public double meanX(int place) {
    return meanX[place];
  }

  /** Mean of the second plane. */
  public double meanY(int place) {
    return meanY[place];
  }

  /** Variance of the first plane. */
  public double varianceX(int place) {
    return squareX[place] - meanX[place] * meanX[place];
  }

  /** Variance of the second plane. */
  public double varianceY(int place) {
    return squareY[place] - meanY[place] * meanY[place];
  }

  /** Covariance of the two. */
  public double covariance(int place) {
    return product[place] - meanX[place] * meanY[place];
  }
}
