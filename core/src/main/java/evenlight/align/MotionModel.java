package evenlight.align;

import java.util.Locale;

/** A family of transforms, the smallest first. */
public enum MotionModel {
  /** A shift. */
  TRANSLATION,
  /** A shift and a turn. */
  ROTATION,
  /** What a plane seen from another place looks like; scale and shear are among it. */
  HOMOGRAPHY;

  /** How options, reports and files call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
