package evenlight.ghost;

import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.Arrays;

/** Puts what a reference shows into places of a frame that lies over it. */
public final class ReferenceContent {
  private static final int SOFTNESS = 1;

  private ReferenceContent() {}

  /**
   * The frame with the reference's content in some places, brought to the frame's brightness by
   * curves that are fitted to all other places ({@link ExposureTransfer}).
   *
   * @param bitDepth of the result: 8 or 16
   * @param wrong ones where the reference is to be seen, zeros elsewhere, at the size of their
   *     {@link Fraction}; without a zero the curves are fitted to everything
   */
  public static Image into(
      Image frame, int bitDepth, Image reference, byte[] wrong, Strips strips) {
    Fraction fraction = Fraction.of(frame.height(), frame.width());
    byte[] right = new byte[wrong.length];
    int count = 0;
    for (int i = 0; i < right.length; i++) {
      right[i] = (byte) (1 - wrong[i]);
      count += right[i];
    }
    if (count == 0) {
      Arrays.fill(right, (byte) 1);
    }
    ExposureTransfer transfer =
        ExposureTransfer.between(
            fraction.reduce(reference, strips), fraction.reduce(frame, strips), right, strips);
    SmoothPlane mask = SmoothPlane.of(fraction, wrong, SOFTNESS, strips);
    return Replacement.apply(frame, bitDepth, new Transferred(reference, transfer), mask, strips);
  }
}
