package evenlight.evaluation;

import evenlight.bracket.Bracket;
import evenlight.dataset.Scene;
import evenlight.image.Image8;
import java.io.IOException;

/** Where fused images come from: a method that makes them, or files that another program wrote. */
public interface Contender {
  /** How tables call it; unique within an evaluation. */
  String id();

  /** Whether there can be a result for a scene. */
  boolean covers(Scene scene);

  /**
   * The fused image of a scene, as 8-bit samples: what a file of it would hold.
   *
   * @param bracket the exposures of the scene
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it cannot be made of this bracket
   */
  Result fuse(Scene scene, Bracket bracket) throws IOException;

  /** What the result of a scene depends on beside its exposures. */
  String fingerprint(Scene scene) throws IOException;

  /**
   * A fused image.
   *
   * @param image the image
   * @param seconds what making it took; 0 if it was read
   */
  record Result(Image8 image, double seconds) {}
}
