package evenlight.cli;

import evenlight.image.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Reads grey pictures, which are not photographs. */
final class GreyPicture {
  private GreyPicture() {}

  static Image read(Path file) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    int width = picture.getWidth();
    byte[] samples = new byte[picture.getHeight() * width];
    picture.getRaster().getDataElements(0, 0, width, picture.getHeight(), samples);
    return Image.ofBytes(picture.getHeight(), width, samples);
  }
}
