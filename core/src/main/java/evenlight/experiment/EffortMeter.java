package evenlight.experiment;

import java.io.IOException;

/** Measures what fusions take. */
interface EffortMeter {
  /**
   * Measures; a method that fails, for lack of memory, say, is an effort with the reason.
   *
   * @throws IOException if nothing can be measured, or measuring was stopped
   */
  Effort measure(EffortTask task) throws IOException, InterruptedException;
}
