package evenlight.image.metadata;

import java.util.Arrays;
import java.util.Optional;

/** How a stored picture lies to be seen: the eight values of EXIF's tag 274. */
public enum Orientation {
  /** As stored. */
  UPRIGHT(1),
  /** Left and right exchanged. */
  MIRRORED(2),
  /** To be turned by 180°. */
  UPSIDE_DOWN(3),
  /** Top and bottom exchanged. */
  FLIPPED(4),
  /** Rows are columns: mirrored at the diagonal from the top left. */
  TRANSPOSED(5),
  /** To be turned clockwise by 90°. */
  TURN_RIGHT(6),
  /** Mirrored at the diagonal from the top right. */
  TRANSVERSED(7),
  /** To be turned counter-clockwise by 90°. */
  TURN_LEFT(8);

  private final int tag;

  Orientation(int tag) {
    this.tag = tag;
  }

  /** The number in EXIF: 1 to 8. */
  public int tag() {
    return tag;
  }

  /** The orientation of a number in EXIF; cameras also write 0 and other values that mean none. */
  public static Optional<Orientation> ofTag(int tag) {
    return Arrays.stream(values()).filter(value -> value.tag == tag).findFirst();
  }

  /** Whether height and width change places. */
  public boolean swapsSides() {
    return tag >= TRANSPOSED.tag;
  }
}
