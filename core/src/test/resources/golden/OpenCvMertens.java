import java.nio.FloatBuffer;
import java.util.Locale;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_photo;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/** Writes mertens.csv: what OpenCV's MergeMertens makes of brackets that are made by formula. */
public class OpenCvMertens {
  private static final int[] TWO = {3, 16};
  private static final int[] THREE = {2, 8, 24};

  public static void main(String[] arguments) {
    System.out.println("case,y,x,red,green,blue");
    fuse("default", 16, 24, TWO, 1, 1, 0);
    fuse("paper", 17, 23, TWO, 1, 1, 1);
    fuse("three", 19, 14, THREE, 1, 1, 1);
    fuse("exponents", 13, 21, THREE, 0.5f, 2, 0.75f);
    fuse("row", 1, 9, TWO, 1, 1, 1);
    fuse("column", 7, 2, THREE, 1, 1, 0);
  }

  private static void fuse(
      String name, int height, int width, int[] gains, float contrast, float saturation, float e) {
    MatVector bracket = new MatVector();
    for (int gain : gains) {
      Mat picture = new Mat(height, width, opencv_core.CV_8UC3);
      byte[] samples = new byte[height * width * 3];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (byte) sample(i / 3 / width, i / 3 % width, i % 3, gain);
      }
      picture.data().put(samples);
      bracket.push_back(picture);
    }
    Mat fused = new Mat();
    opencv_photo.createMergeMertens(contrast, saturation, e).process(bracket, fused);
    FloatBuffer values = fused.createBuffer();
    for (int i = 0; i < height * width; i++) {
      System.out.printf(
          Locale.ROOT,
          "%s,%d,%d,%.6f,%.6f,%.6f%n",
          name, i / width, i % width, values.get(), values.get(), values.get());
    }
  }

  /** One sample of an exposure; channels in the order red, green, blue. */
  private static int sample(int y, int x, int c, int gain) {
    int texture = (3 * x * x + 13 * x + 5 * y * y + 7 * y + 29 * c) % 97;
    int light = 20 + texture + 40 * ((x / 5 + y / 4) % 2);
    return Math.min(light * gain / 8, 255);
  }
}
