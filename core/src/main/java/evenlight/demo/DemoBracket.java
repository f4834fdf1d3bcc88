package evenlight.demo;

import evenlight.image.io.Photo;

/**
 * A bracket of two exposures of a made-up room on a sunny day, each of which is wrong alone, and
 * the picture that a fusion of them should come near to.
 *
 * <p>The under-exposed photograph shows the window and little else, the over-exposed one the room
 * around a blank window.
 *
 * @param under the dark exposure, at {@link #UNDER_EV}
 * @param over the bright exposure, at {@link #OVER_EV}
 * @param groundTruth the same scene without noise, tone-mapped so that window and corners are seen
 */
public record DemoBracket(Photo under, Photo over, Photo groundTruth) {
  /** Default rows. */
  public static final int HEIGHT = 640;

  /** Default columns. */
  public static final int WIDTH = 960;

  /** Default seed. */
  public static final long SEED = 7;

  /** Exposure of the dark photograph in stops. */
  public static final double UNDER_EV = -4;

  /** Exposure of the bright photograph in stops. */
  public static final double OVER_EV = 3;

  private static final int SMALLEST = 64;

  /** Checks that the three are of one size. */
  public DemoBracket {
    if (!under.image().sameSizeAs(over.image()) || !under.image().sameSizeAs(groundTruth.image())) {
      throw new IllegalArgumentException(
          "under, over and ground truth must be of one size, but are %s, %s and %s (height×width)"
              .formatted(under.image().size(), over.image().size(), groundTruth.image().size()));
    }
  }

  /**
   * Renders the scene and photographs it. The same arguments give the same bits on every machine.
   *
   * @param height rows, at least 64
   * @param width columns, at least 64; the scene is composed for 3:2 and cropped to other shapes
   * @param seed chooses clouds, hills, books, the grain of materials and the noise of the camera
   * @throws IllegalArgumentException if a size is below 64
   */
  public static DemoBracket render(int height, int width, long seed) {
    if (height < SMALLEST || width < SMALLEST) {
      throw new IllegalArgumentException(
          "a demo scene must be at least %1$d×%1$d, but %2$d×%3$d was asked for (height×width)"
              .formatted(SMALLEST, height, width));
    }
    RadianceMap scene = SyntheticScene.render(height, width, seed);
    return new DemoBracket(
        Camera.at(UNDER_EV).expose(scene, seed + 100),
        Camera.at(OVER_EV).expose(scene, seed + 101),
        new Photo(ToneMap.apply(scene), 8));
  }
}
