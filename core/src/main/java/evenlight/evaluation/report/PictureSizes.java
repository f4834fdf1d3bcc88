package evenlight.evaluation.report;

import evenlight.evaluation.ScoreTable;

/**
 * The long sides of the pictures in a page, chosen so that many scenes still make a page that can
 * be sent round.
 *
 * @param picture of sources, ground truth and results
 * @param map of quality maps
 */
record PictureSizes(int picture, int map) {
  private static final int LARGEST = 1024;
  private static final int SMALLEST = 512;

  /** So many pictures have the largest size; beyond them the area of each one shrinks. */
  private static final int FULL_SIZE_PICTURES = 80;

  /** For all scenes of a table. */
  static PictureSizes of(ScoreTable table) {
    int sources =
        table.scenes().stream()
            .mapToInt(
                scene ->
                    table.rows().stream()
                        .filter(row -> row.scene().equals(scene))
                        .mapToInt(row -> row.sources().size())
                        .max()
                        .orElse(0))
            .sum();
    return of(sources + table.rows().size());
  }

  /** For so many pictures. */
  static PictureSizes of(int pictures) {
    double shrink = Math.sqrt((double) FULL_SIZE_PICTURES / Math.max(pictures, FULL_SIZE_PICTURES));
    int side = Math.max((int) (LARGEST * shrink), SMALLEST);
    return new PictureSizes(side, side / 2);
  }
}
