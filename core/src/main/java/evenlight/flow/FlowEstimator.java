package evenlight.flow;

import evenlight.image.Image;

/** Finds flow between two pictures that are equally bright. */
public interface FlowEstimator {
  /**
   * The flow from one picture to another.
   *
   * @param first RGB
   * @param second of the same size
   * @return of their size
   */
  FlowField flow(Image first, Image second);

  /** What it is and with which parameters, in a few words. */
  String description();
}
