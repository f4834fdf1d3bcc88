package evenlight.image.io;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** Writes one file: round to integers, encode, and only then give it its name. */
final class PhotoWriter {
  private static final float JPEG_QUALITY = 0.95f;

  private PhotoWriter() {}

  /** Writes a photograph in the format that the file's ending names. */
  static void write(Photo photo, Path file) throws IOException {
    PhotoFormat format = PhotoFormat.ofEnding(file);
    int bitDepth = format == PhotoFormat.JPEG ? 8 : photo.bitDepth();
    BufferedImage picture = Quantiser.quantise(photo.image(), bitDepth);
    AtomicFile.write(file, out -> PhotoEncoder.encode(picture, format, JPEG_QUALITY, out));
  }
}
