package evenlight.flow;

import evenlight.align.Residual;
import evenlight.filter.DiskMorphology;
import evenlight.filter.Strips;
import evenlight.ghost.Fraction;
import evenlight.ghost.MatchedExposure;
import evenlight.ghost.ReferenceContent;
import evenlight.image.Image;
import java.util.Arrays;

/**
 * The flow from a reference to a frame and back, and where it is to be believed.
 *
 * <p>It is looked for at the size of a {@link Fraction}, whose long side is at most 1024, between
 * the reference and the frame with the reference's histogram ({@link MatchedExposure}): flow knows
 * nothing of exposures. What is fused never sees that picture.
 *
 * <p>From where they lead back to their start, both ways lose the noise of their pixels ({@link
 * LocalMotion}). The flow f of a pixel p is then believed if it leads into the frame and the flow b
 * from there leads back (Sundaram, Brox, Keutzer, ECCV 2010):
 *
 * <pre>
 * |f(p) + b(p + f(p))|² ≤ 0.01 (|f(p)|² + |b(p + f(p))|²) + 0.5
 * </pre>
 *
 * <p>What is warped by is the mean of the way there and the way back.
 */
public final class MutualFlow {
  private static final double RELATIVE = 0.01;
  private static final double ABSOLUTE = 0.5;
  private static final int MARGIN = 2;

  /** Radius of the disk that must fit into what is believed: less shows specks of what moved. */
  private static final int ISLAND = 6;

  private final Fraction fraction;
  private final FlowField forward;
  private final float[] errors;
  private final byte[] doubted;
  private final int believed;

  private MutualFlow(Fraction fraction, FlowField there, FlowField back) {
    this.fraction = fraction;
    forward = there.meanWithReversed(back);
    errors = new float[fraction.height() * fraction.width()];
    doubted = doubted(there, back, errors);
    int count = 0;
    for (byte doubt : doubted) {
      count += 1 - doubt;
    }
    believed = count;
  }

  /** Both ways without noise, from where they are believed as they are. */
  private static MutualFlow smoothed(Fraction fraction, FlowField there, FlowField back) {
    float[] unused = new float[fraction.height() * fraction.width()];
    return new MutualFlow(
        fraction,
        LocalMotion.of(there, doubted(there, back, unused)),
        LocalMotion.of(back, doubted(back, there, unused)));
  }

  /**
   * Where one way is not believed: ones.
   *
   * @param errors takes how far from its start each pixel's way there and back ends
   */
  private static byte[] doubted(FlowField there, FlowField back, float[] errors) {
    byte[] doubted = new byte[errors.length];
    for (int i = 0; i < doubted.length; i++) {
      doubted[i] = (byte) (isBelieved(i, there, back, errors) ? 0 : 1);
    }
    return doubted;
  }

  /** The flow between two pictures of one size. */
  public static MutualFlow between(
      Image reference, Image frame, FlowEstimator estimator, Strips strips) {
    Fraction fraction = Fraction.of(reference.height(), reference.width());
    Image one = fraction.reduce(reference, strips);
    Image other = MatchedExposure.of(fraction.reduce(frame, strips), one, strips);
    return smoothed(fraction, estimator.flow(one, other), estimator.flow(other, one));
  }

  private static boolean isBelieved(int place, FlowField there, FlowField back, float[] errors) {
    float x = there.x(place);
    float y = there.y(place);
    int line = place / there.width();
    float row = line + y;
    float column = place % there.width() + x;
    float backX = back.xAt(row, column);
    float backY = back.yAt(row, column);
    double error = square(x + backX) + square(y + backY);
    errors[place] = (float) Math.sqrt(error);
    boolean inside = row > -1 && row < there.height() && column > -1 && column < there.width();
    double lengths = square(x) + square(y) + square(backX) + square(backY);
    return inside && error <= RELATIVE * lengths + ABSOLUTE;
  }

  private static double square(float value) {
    return (double) value * value;
  }

  /** From the reference to the frame, the mean of both ways, at the reduced size, in its pixels. */
  public FlowField forward() {
    return forward;
  }

  /** The share of the reference's pixels whose flow is believed. */
  public double agreement() {
    return (double) believed / doubted.length;
  }

  /** Where the flow is believed, white, and where not, black; at the reduced size. */
  public Image believed() {
    byte[] plane = new byte[doubted.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) (doubted[i] - 1); // 255 for 0, 0 for 1
    }
    return Image.ofBytes(fraction.height(), fraction.width(), plane, plane, plane);
  }

  /** How far from its start the way there and back ends where it is believed, in full pixels. */
  public Residual residual() {
    if (believed == 0) {
      return Residual.NONE;
    }
    float[] some = new float[believed];
    int count = 0;
    for (int i = 0; i < errors.length; i++) {
      if (doubted[i] == 0) {
        some[count++] = errors[i] * fraction.factor();
      }
    }
    Arrays.sort(some);
    return new Residual(some[count / 2], some[(int) (count * 0.95)], count);
  }

  /** The longest step that is believed, in full pixels. */
  public double largestMotion() {
    double most = 0;
    for (int i = 0; i < errors.length; i++) {
      if (doubted[i] == 0) {
        most = Math.max(most, Math.hypot(forward.x(i), forward.y(i)));
      }
    }
    return most * fraction.factor();
  }

  /**
   * The frame as it lies over the reference: by cubic interpolation, its border repeated. Where the
   * flow is not believed, two reduced pixels around and in islands between that are narrower than
   * 13, with soft edges, the reference wins: what it shows there, brought to the frame's exposure
   * by curves that are fitted to the rest. A frame cannot be left out of a bracket in some places
   * only, and a place that shows the same in all frames has no ghosts. Where the reference is
   * clipped, the frame becomes as flat there.
   *
   * @param bitDepth of the result: 8 or 16
   */
  public Image warp(Image reference, Image frame, int bitDepth, Strips strips) {
    Image warped = FlowWarp.apply(frame, bitDepth, forward, fraction, strips);
    if (believed == doubted.length) {
      return warped;
    }
    byte[] mask = doubted.clone();
    new DiskMorphology(fraction.height(), fraction.width(), ISLAND).close(mask);
    new DiskMorphology(fraction.height(), fraction.width(), MARGIN).dilate(mask);
    return ReferenceContent.into(warped, bitDepth, reference, mask, strips);
  }
}
