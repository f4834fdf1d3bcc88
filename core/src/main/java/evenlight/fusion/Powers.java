package evenlight.fusion;

/**
 * Powers of numbers from 0.37 to 1.01, the fourth roots of what lies between 0.02 and 1.02: as
 * polynomials, which Java computes for many numbers at a time.
 *
 * <p>The polynomials of degree 6 with the least relative error (found by Lawson's weights); that is
 * below 2e-6.
 */
final class Powers {
  private Powers() {}

  /** x to the power of 0.8. */
  static float fourFifths(float x) {
    float p = 0.3873229f - 0.07775033f * x;
    p = -0.8365446f + p * x;
    p = 1.0474331f + p * x;
    p = -0.9114843f + p * x;
    p = 1.356673f + p * x;
    return 0.03434986f + p * x;
  }

  /** x to the power of 0.6. */
  static float threeFifths(float x) {
    float p = 0.8867459f - 0.17898224f * x;
    p = -1.8948445f + p * x;
    p = 2.3188672f + p * x;
    p = -1.8936083f + p * x;
    p = 1.6500193f + p * x;
    return 0.111802176f + p * x;
  }
}
