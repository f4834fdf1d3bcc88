package evenlight.image.io;

import java.io.IOException;
import java.nio.file.Path;

/** Writes one file: rounds to integers and encodes row by row, and only then gives it its name. */
final class PhotoWriter {
  private static final float JPEG_QUALITY = 0.95f;

  private PhotoWriter() {}

  /** Writes a photograph in the format that the file's ending names. */
  static void write(Photo photo, Attachments attachments, Path file) throws IOException {
    PhotoFormat format = PhotoFormat.ofEnding(file);
    int bitDepth = Math.min(photo.bitDepth(), format.maxBitDepth());
    InterleavedRows rows = new InterleavedRows(photo.image(), bitDepth);
    FileBlocks blocks = FileBlocks.of(photo, attachments);
    switch (format) {
      case PNG -> AtomicFile.write(file, out -> PngEncoder.encode(rows, blocks, out));
      case JPEG ->
          AtomicFile.write(file, out -> JpegEncoder.encode(rows, JPEG_QUALITY, blocks, out));
      case TIFF -> AtomicFile.writeChannel(file, out -> TiffEncoder.encode(rows, blocks, out));
    }
  }
}
