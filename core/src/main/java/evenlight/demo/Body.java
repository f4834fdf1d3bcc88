package evenlight.demo;

import org.jspecify.annotations.Nullable;

/** Something in the room that is seen and that stands in the way of light. */
interface Body {
  /** Where a ray first meets this body, or null if not before {@code limit} metres. */
  @Nullable Hit hit(Ray ray, double limit);

  /** Whether this body stops light along a ray of {@code limit} metres. */
  boolean blocks(Ray ray, double limit);

  /**
   * Distance from a point to this body in metres, for the soft shade where things touch. May be
   * infinite for what is too thin to matter.
   */
  double clearance(Vec point);
}
