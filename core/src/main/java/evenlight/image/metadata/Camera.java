package evenlight.image.metadata;

import java.util.Optional;

/**
 * What a picture was taken with.
 *
 * @param make who made the camera
 * @param model of the camera
 * @param serial number of the camera's body
 * @param lens model of the lens
 */
public record Camera(
    Optional<String> make, Optional<String> model, Optional<String> serial, Optional<String> lens) {
  /** Nothing known. */
  public static final Camera UNKNOWN =
      new Camera(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
