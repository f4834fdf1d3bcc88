package evenlight.ghost;

import evenlight.filter.DiskMorphology;
import evenlight.filter.Strips;
import evenlight.image.Image;

/**
 * How far one exposure agrees with what another one says where that one is clipped or too dark to
 * say more than a range.
 *
 * <p>A sample b stands for all from b - 2/255 to b + 2/255, and from 0.96 on for all above. A pixel
 * agrees if each channel lies within 0.05 of what the curve makes of that range. What does not
 * agree is widened by a pixel and gets soft edges.
 */
final class Agreement {
  private static final float STEP = 2 / 255f;
  private static final float CLIPPED = 0.96f;
  private static final float TOLERANCE = 0.05f;
  private static final int MARGIN = 1;

  private Agreement() {}

  /**
   * The agreement, from 0 to 1.
   *
   * @param teller the exposure that says a range
   * @param other the one that may agree
   * @param transfer from the teller to the other
   */
  static SmoothPlane of(
      Fraction fraction, Image teller, Image other, ExposureTransfer transfer, Strips strips) {
    byte[] against = new byte[teller.pixels()];
    for (int c = 0; c < teller.channels(); c++) {
      compare(teller.plane(c), other.plane(c), transfer.channel(c), against);
    }
    new DiskMorphology(teller.height(), teller.width(), MARGIN).dilate(against);
    byte[] agreeing = new byte[against.length];
    for (int i = 0; i < agreeing.length; i++) {
      agreeing[i] = (byte) (1 - against[i]);
    }
    return SmoothPlane.of(fraction, agreeing, 1, strips);
  }

  private static void compare(float[] teller, float[] other, ToneTransfer curve, byte[] against) {
    for (int i = 0; i < teller.length; i++) {
      float least = curve.at(Math.min(teller[i], CLIPPED) - STEP);
      float most = teller[i] >= CLIPPED ? 1 : curve.at(teller[i] + STEP);
      if (other[i] < least - TOLERANCE || other[i] > most + TOLERANCE) {
        against[i] = 1;
      }
    }
  }
}
