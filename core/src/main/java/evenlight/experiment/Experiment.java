package evenlight.experiment;

import java.io.IOException;

/** One experiment of the paper. */
public interface Experiment {
  /** How it is asked for, such as table1. */
  String id();

  /** What it shows. */
  String title();

  /**
   * Runs it.
   *
   * @throws IOException if the data that it needs is not there; the message says what it looks for
   * @throws InterruptedException if the thread is interrupted; what is done stays kept
   */
  Section run(Laboratory laboratory) throws IOException, InterruptedException;
}
