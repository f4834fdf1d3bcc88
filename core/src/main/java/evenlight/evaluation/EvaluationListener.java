package evenlight.evaluation;

/** Hears how an evaluation goes; called from several threads, one call at a time. */
public interface EvaluationListener {
  /**
   * A method is through with a scene.
   *
   * @param row what came out
   * @param reused whether the row was there from an earlier run
   * @param done how many rows there are now
   * @param total how many there will be
   */
  void rowDone(ScoreRow row, boolean reused, int done, int total);
}
