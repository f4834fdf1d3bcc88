package evenlight.opencv.align;

import evenlight.align.Transform;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A first guess at where a frame lies, however far it is turned, shifted or enlarged: SIFT features
 * (Lowe, IJCV 2004) of equalised pictures, and the similarity that most of them agree on.
 */
final class FeatureGuess {
  private static final int FEATURES = 1500;
  private static final double TOLERANCE = 3;
  private static final int TRIALS = 4000;
  private static final int FEWEST = 10;
  private static final double MOST_ENLARGED = 1.5;

  private final int threads;

  FeatureGuess(int threads) {
    this.threads = threads;
  }

  /** Takes places of the reference's picture to about those of the frame's; none if few agree. */
  Optional<Transform> find(LumaLevel reference, LumaLevel frame) {
    Natives.prepare(threads);
    try (PointerScope scope = new PointerScope()) {
      Features ofReference = Features.of(reference, FEATURES);
      Features ofFrame = Features.of(frame, FEATURES);
      if (ofReference.size() < FEWEST || ofFrame.size() < FEWEST) {
        return Optional.empty();
      }
      return similarity(Features.pairs(ofReference, ofFrame))
          .map(map -> ofFrame.toPicture().after(map).after(ofReference.toPicture().inverse()));
    }
  }

  private static Optional<Transform> similarity(List<float[]> pairs) {
    if (pairs.size() < FEWEST) {
      return Optional.empty();
    }
    Mat agreeing = new Mat();
    Mat map =
        opencv_calib3d.estimateAffinePartial2D(
            column(pairs, 0),
            column(pairs, 2),
            agreeing,
            opencv_calib3d.RANSAC,
            TOLERANCE,
            TRIALS,
            0.999,
            10);
    if (map.empty() || opencv_core.countNonZero(agreeing) < FEWEST) {
      return Optional.empty();
    }
    double[] m = new double[6];
    new DoublePointer(map.createBuffer()).get(m);
    double enlargement = Math.hypot(m[0], m[3]);
    return enlargement > 1 / MOST_ENLARGED && enlargement < MOST_ENLARGED
        ? Optional.of(new Transform(m[0], m[1], m[2], m[3], m[4], m[5], 0, 0))
        : Optional.empty();
  }

  private static Mat column(List<float[]> pairs, int from) {
    float[] points = new float[2 * pairs.size()];
    for (int i = 0; i < pairs.size(); i++) {
      points[2 * i] = pairs.get(i)[from];
      points[2 * i + 1] = pairs.get(i)[from + 1];
    }
    return new Mat(pairs.size(), 1, opencv_core.CV_32FC2, new FloatPointer(points));
  }
}
