package evenlight.opencv.align;

import evenlight.align.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.DMatchVector;
import org.bytedeco.opencv.opencv_core.DMatchVectorVector;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_features2d.BFMatcher;
import org.bytedeco.opencv.opencv_features2d.SIFT;

/**
 * A first guess at where a frame lies, however far it is turned, shifted or enlarged: SIFT features
 * (Lowe, IJCV 2004) of equalised pictures, and the similarity that most of them agree on.
 */
final class FeatureGuess {
  private static final int FEATURES = 1500;
  private static final double BETTER_THAN_SECOND = 0.8;
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
      Features ofReference = Features.of(reference);
      Features ofFrame = Features.of(frame);
      if (ofReference.size() < FEWEST || ofFrame.size() < FEWEST) {
        return Optional.empty();
      }
      return similarity(pairs(ofReference, ofFrame))
          .map(map -> ofFrame.toPicture().after(map).after(ofReference.toPicture().inverse()));
    }
  }

  private record Features(LumaLevel level, KeyPointVector points, Mat descriptors) {
    static Features of(LumaLevel level) {
      Mat picture =
          new Mat(
              level.height(),
              level.width(),
              opencv_core.CV_8UC1,
              new BytePointer(EqualisedLevel.of(level)));
      KeyPointVector points = new KeyPointVector();
      Mat descriptors = new Mat();
      SIFT sift = SIFT.create();
      sift.setNFeatures(FEATURES);
      sift.detectAndCompute(picture, new Mat(), points, descriptors);
      return new Features(level, points, descriptors);
    }

    long size() {
      return points.size();
    }

    Transform toPicture() {
      double scale = level.scale();
      double shift = (scale - 1) / 2;
      return new Transform(scale, 0, shift, 0, scale, shift, 0, 0);
    }
  }

  /** Columns and rows in both, of features whose likest counterpart is clearly the likest. */
  private static List<float[]> pairs(Features reference, Features frame) {
    DMatchVectorVector nearest = new DMatchVectorVector();
    new BFMatcher(opencv_core.NORM_L2, false)
        .knnMatch(reference.descriptors(), frame.descriptors(), nearest, 2);
    List<float[]> pairs = new ArrayList<>();
    for (long i = 0; i < nearest.size(); i++) {
      DMatchVector two = nearest.get(i);
      if (two.size() == 2 && two.get(0).distance() < BETTER_THAN_SECOND * two.get(1).distance()) {
        var from = reference.points().get(two.get(0).queryIdx()).pt();
        var to = frame.points().get(two.get(0).trainIdx()).pt();
        pairs.add(new float[] {from.x(), from.y(), to.x(), to.y()});
      }
    }
    return pairs;
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
