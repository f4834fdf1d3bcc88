package evenlight.pyramid;

/**
 * What stands for samples beyond the border of a plane, n samples long, when it is halved or
 * doubled.
 *
 * <p>The rules differ in a rim of two samples of each level and nowhere else; who compares with
 * results of another program needs that program's rule.
 */
public enum Border {
  /**
   * The mirror repeats the edge: samples -2, -1 are 1, 0 and n, n+1 are n-1, n-2. Doubling repeats
   * the last sample at either end. The rule of MATLAB's {@code symmetric}.
   */
  SYMMETRIC {
    @Override
    int halving(int at, int n) {
      int period = Math.floorMod(at, 2 * n);
      return Math.min(period, 2 * n - 1 - period);
    }

    @Override
    int doubling(int at, int n) {
      return Math.min(Math.max(at, 0), n - 1);
    }
  },
  /**
   * The mirror is the edge: samples -2, -1 are 2, 1 and n, n+1 are n-2, n-3. Doubling mirrors in
   * this way at the start and repeats the last sample at the end. The rule of OpenCV's {@code
   * pyrDown} and {@code pyrUp} in their default mode.
   */
  REFLECT_101 {
    @Override
    int halving(int at, int n) {
      if (n == 1) {
        return 0;
      }
      int period = Math.floorMod(at, 2 * n - 2);
      return Math.min(period, 2 * n - 2 - period);
    }

    @Override
    int doubling(int at, int n) {
      return Math.min(Math.abs(at), n - 1);
    }
  };

  /** The sample that stands at a place when the plane is halved, or filtered in its own size. */
  abstract int halving(int at, int n);

  /** The sample that stands at a place, from -1 to n, when the plane is doubled. */
  abstract int doubling(int at, int n);

  /**
   * The sample that stands at a place when a plane is filtered in its own size.
   *
   * @param at any place, within the plane or beyond it
   * @param n length of the plane
   */
  public int inside(int at, int n) {
    return halving(at, n);
  }
}
