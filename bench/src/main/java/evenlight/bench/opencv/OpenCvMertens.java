package evenlight.bench.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;
import static org.bytedeco.opencv.global.opencv_photo.createMergeMertens;

import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_photo.MergeMertens;

/** Fuses 8-bit photographs by OpenCV's {@code MergeMertens} with its default weights. */
public final class OpenCvMertens {
  /** The version of OpenCV. */
  public static final String VERSION = opencv_core.CV_VERSION;

  private OpenCvMertens() {}

  /**
   * Fuses photographs.
   *
   * @param files the result, then the exposures
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] files) throws IOException {
    try (PointerScope scope = new PointerScope();
        MatVector exposures = new MatVector();
        MergeMertens mertens = createMergeMertens();
        Mat fused = new Mat();
        Mat levels = new Mat()) {
      for (int i = 1; i < files.length; i++) {
        Mat exposure = imread(files[i]);
        if (exposure.empty()) {
          throw new IOException("OpenCV cannot read " + files[i]);
        }
        exposures.push_back(exposure);
      }
      mertens.process(exposures, fused);
      fused.convertTo(levels, CV_8UC3, 255, 0);
      if (!imwrite(files[0], levels)) {
        throw new IOException("OpenCV cannot write " + files[0]);
      }
    }
  }
}
