package evenlight.image.io;

import java.io.IOException;
import java.nio.file.Path;

/** Writes one file: rounds to integers and encodes row by row, and only then gives it its name. */
final class PhotoWriter {
  private static final float JPEG_QUALITY = 0.95f;

  private PhotoWriter() {}

  /** Writes a photograph in the format that the file's ending names. */
  static void write(Photo photo, Path file) throws IOException {
    PhotoFormat format = PhotoFormat.ofEnding(file);
    int bitDepth = Math.min(photo.bitDepth(), format.maxBitDepth());
    InterleavedRows rows = new InterleavedRows(photo.image(), bitDepth);
    switch (format) {
      case PNG -> AtomicFile.write(file, out -> PngEncoder.encode(rows, out));
      case JPEG -> AtomicFile.write(file, out -> JpegEncoder.encode(rows, JPEG_QUALITY, out));
      case TIFF -> AtomicFile.writeChannel(file, out -> TiffEncoder.encode(rows, out));
    }
  }
}
