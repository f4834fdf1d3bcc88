package evenlight.image.io;

import evenlight.image.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Reads photographs from files and writes them. */
public final class Photos {
  private Photos() {}

  /**
   * Reads a photograph.
   *
   * @throws IOException if the file is not a readable RGB photograph; the message names it
   */
  public static Photo read(Path file) throws IOException {
    BufferedImage decoded = ImageIO.read(file.toFile());
    if (decoded == null) {
      throw new IOException("not an image: " + file);
    }
    int height = decoded.getHeight();
    int width = decoded.getWidth();
    float[][] planes = new float[3][height * width];
    int[] rgb = decoded.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < rgb.length; i++) {
      planes[0][i] = (rgb[i] >> 16 & 255) / 255f;
      planes[1][i] = (rgb[i] >> 8 & 255) / 255f;
      planes[2][i] = (rgb[i] & 255) / 255f;
    }
    return new Photo(Image.of(height, width, planes), 8);
  }

  /**
   * Writes a photograph in the format that the file's ending names.
   *
   * @throws IOException if it cannot be written; the message names the file
   */
  public static void write(Photo photo, Path file) throws IOException {
    Image image = photo.image();
    BufferedImage out =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int pixel = 0;
        for (int c = 0; c < 3; c++) {
          pixel = pixel << 8 | Math.round(image.at(c, y, x) * 255);
        }
        out.setRGB(x, y, pixel);
      }
    }
    ImageIO.write(out, "png", file.toFile());
  }
}
