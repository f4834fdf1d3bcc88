package evenlight.opencv.align;

import evenlight.align.Transform;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.DMatchVector;
import org.bytedeco.opencv.opencv_core.DMatchVectorVector;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_features2d.BFMatcher;
import org.bytedeco.opencv.opencv_features2d.SIFT;

/**
 * SIFT features of an equalised level (Lowe, "Distinctive image features from scale-invariant
 * keypoints", IJCV 2004). Lives in the scope that is open when it is made.
 */
record Features(LumaLevel level, KeyPointVector points, Mat descriptors) {
  private static final double BETTER_THAN_SECOND = 0.8;

  static Features of(LumaLevel level, int most) {
    Mat picture =
        new Mat(
            level.height(),
            level.width(),
            opencv_core.CV_8UC1,
            new BytePointer(EqualisedLevel.of(level)));
    KeyPointVector points = new KeyPointVector();
    Mat descriptors = new Mat();
    SIFT sift = SIFT.create();
    sift.setNFeatures(most);
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

  /** Columns and rows in both, of features whose likest counterpart is clearly the likest. */
  static List<float[]> pairs(Features reference, Features frame) {
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
}
