package evenlight.opencv.align;

import evenlight.align.Area;
import evenlight.align.Transform;
import evenlight.image.Image;
import java.util.List;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Warps a picture plane by plane in the depth that it is stored in, by cubic interpolation; results
 * are rounded and stay within what the depth can hold.
 *
 * <p>Beside the picture and the result, one plane of each is in memory.
 */
final class PlaneWarp {
  private final Image image;
  private final Transform toFrame;
  private final Area area;

  /**
   * A warp.
   *
   * @param toFrame takes places of the area's pixels, counted from its own corner, to the image's
   */
  PlaneWarp(Image image, Transform toFrame, Area area) {
    this.image = image;
    this.toFrame = toFrame;
    this.area = area;
  }

  /** The area as 8-bit samples. */
  Image bytes() {
    return Image.ofBytes(area.height(), area.width(), planes(this::bytePlane, byte[][]::new));
  }

  /** The area as 16-bit samples. */
  Image shorts() {
    return Image.ofShorts(area.height(), area.width(), planes(this::shortPlane, short[][]::new));
  }

  private <P> P[] planes(IntFunction<P> plane, IntFunction<P[]> array) {
    P[] planes = array.apply(image.channels());
    for (int c = 0; c < planes.length; c++) {
      planes[c] = plane.apply(c);
    }
    return planes;
  }

  private byte[] bytePlane(int channel) {
    byte[] result = new byte[area.width() * area.height()];
    try (PointerScope scope = new PointerScope()) {
      Mat source = new Mat(image.height(), image.width(), opencv_core.CV_8UC1);
      BytePointer samples = new BytePointer(source.data());
      byte[] row = new byte[image.width()];
      for (int y = 0; y < image.height(); y++) {
        image.row(channel, y, row);
        samples.position((long) y * row.length).put(row);
      }
      new BytePointer(warped(source).data()).get(result);
    }
    return result;
  }

  private short[] shortPlane(int channel) {
    short[] result = new short[area.width() * area.height()];
    try (PointerScope scope = new PointerScope()) {
      Mat source = new Mat(image.height(), image.width(), opencv_core.CV_16UC1);
      ShortPointer samples = new ShortPointer(source.data());
      short[] row = new short[image.width()];
      for (int y = 0; y < image.height(); y++) {
        image.row(channel, y, row);
        samples.position((long) y * row.length).put(row);
      }
      new ShortPointer(warped(source).data()).get(result);
    }
    return result;
  }

  private Mat warped(Mat source) {
    List<Double> entries = toFrame.matrix();
    double[] matrix = entries.stream().mapToDouble(Double::doubleValue).toArray();
    Mat target = new Mat();
    opencv_imgproc.warpPerspective(
        source,
        target,
        new Mat(3, 3, opencv_core.CV_64FC1, new DoublePointer(matrix)),
        new Size(area.width(), area.height()),
        opencv_imgproc.INTER_CUBIC | opencv_imgproc.WARP_INVERSE_MAP,
        opencv_core.BORDER_REPLICATE,
        new Scalar());
    return target;
  }
}
