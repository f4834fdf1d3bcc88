package evenlight.bracket;

import evenlight.image.Image;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The exposure that others are best compared with: the one with the most well-exposed pixels, of
 * equals the one nearest to the middle of the bracket, of two such the darker one.
 *
 * <p>A pixel is well exposed if the greatest of its channels is from 0.1 to 0.95: neither black nor
 * clipped.
 */
public final class ReferenceExposure {
  private static final float LEAST = 0.1f;
  private static final float GREATEST = 0.95f;
  private static final int ROWS_A_TASK = 64;

  private ReferenceExposure() {}

  /** Its place in the bracket, counted from 0, the darkest. */
  public static int indexIn(Bracket bracket) {
    List<Exposure> exposures = bracket.exposures();
    int best = 0;
    long most = -1;
    for (int i = 0; i < exposures.size(); i++) {
      long count = wellExposed(exposures.get(i).image());
      boolean nearer = fromMiddle(i, bracket) < fromMiddle(best, bracket);
      if (count > most || (count == most && nearer)) {
        best = i;
        most = count;
      }
    }
    return best;
  }

  /** Twice the distance to the middle. */
  private static int fromMiddle(int index, Bracket bracket) {
    return Math.abs(2 * index - (bracket.size() - 1));
  }

  private static long wellExposed(Image image) {
    int tasks = (image.height() + ROWS_A_TASK - 1) / ROWS_A_TASK;
    return IntStream.range(0, tasks)
        .parallel()
        .mapToLong(task -> wellExposed(image, task * ROWS_A_TASK))
        .sum();
  }

  private static long wellExposed(Image image, int from) {
    float[][] rows = new float[image.channels()][image.width()];
    long count = 0;
    for (int y = from; y < Math.min(from + ROWS_A_TASK, image.height()); y++) {
      for (int c = 0; c < rows.length; c++) {
        image.row(c, y, rows[c]);
      }
      for (int x = 0; x < image.width(); x++) {
        float greatest = 0;
        for (float[] row : rows) {
          greatest = Math.max(greatest, row[x]);
        }
        count += greatest >= LEAST && greatest <= GREATEST ? 1 : 0;
      }
    }
    return count;
  }
}
