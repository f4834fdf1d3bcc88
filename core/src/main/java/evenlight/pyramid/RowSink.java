package evenlight.pyramid;

/** Takes a picture as it is finished, a row of all its channels at a time. */
@FunctionalInterface
public interface RowSink {
  /**
   * Takes one row. Called for every row once, in any order and from several threads at a time.
   *
   * @param rows an array for each channel, which may be written to and is used again afterwards
   */
  void accept(int y, double[][] rows);
}
