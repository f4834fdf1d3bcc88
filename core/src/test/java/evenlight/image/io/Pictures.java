package evenlight.image.io;

import evenlight.image.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that tests read and write, all from formulas. */
final class Pictures {
  private Pictures() {}

  /** Every 16-bit level: red counts up, green down, blue in steps of 257. */
  static Photo everyLevel() {
    float[][] planes = new float[3][1 << 16];
    for (int i = 0; i < 1 << 16; i++) {
      planes[0][i] = i / 65535f;
      planes[1][i] = (65535 - i) / 65535f;
      planes[2][i] = i / 256 * 257 / 65535f;
    }
    return new Photo(Image.of(256, 256, planes), 16);
  }

  /** Smooth waves with a little seeded noise, on exact levels of the depth. */
  static Photo waves(int height, int width, int bitDepth) {
    Random random = new Random(7);
    float white = bitDepth == 16 ? 65535 : 255;
    float[][] planes = new float[3][height * width];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < height * width; i++) {
        double wave = 0.5 + 0.4 * Math.sin(0.01 * (c + 1) * i) + 0.05 * random.nextDouble();
        planes[c][i] = (int) (wave * white) / white;
      }
    }
    return new Photo(Image.of(height, width, planes), bitDepth);
  }

  static Image constant(int height, int width, float... colour) {
    float[][] planes = new float[colour.length][height * width];
    for (int c = 0; c < colour.length; c++) {
      Arrays.fill(planes[c], colour[c]);
    }
    return Image.of(height, width, planes);
  }

  /** A picture of one of {@link BufferedImage}'s types as the JDK encodes it. */
  static byte[] encoded(int type, String format) throws IOException {
    return encoded(new BufferedImage(8, 6, type), format);
  }

  /** A picture as the JDK encodes it. */
  static byte[] encoded(BufferedImage picture, String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }

  /** The bytes of a photograph in the format that the ending names. */
  static byte[] written(Photo photo, Path file) throws IOException {
    Photos.write(photo, file);
    return Files.readAllBytes(file);
  }
}
