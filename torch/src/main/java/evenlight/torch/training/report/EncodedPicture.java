package evenlight.torch.training.report;

import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.io.AtomicFile;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;

/** A picture as a PNG file holds it, encoded once for all who keep it. */
final class EncodedPicture {
  private final int height;
  private final int width;
  private final byte[] png;

  private EncodedPicture(int height, int width, byte[] png) {
    this.height = height;
    this.width = width;
    this.png = png;
  }

  static EncodedPicture of(Image image) {
    return new EncodedPicture(image.height(), image.width(), Photos.png(Image8.of(image)));
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /** The bytes, shared. */
  byte[] png() {
    return png;
  }

  void write(Path file) throws IOException {
    AtomicFile.write(file, out -> out.write(png));
  }
}
