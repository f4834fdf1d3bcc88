package evenlight.image.metadata;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The directories of metadata in a file, and what hindered reading them.
 *
 * @param tags what could be read
 * @param fault what could not, in a few words
 */
record MetadataFile(Metadata tags, Optional<String> fault) {
  private static final int SIGNATURE_BYTES = 4;
  private static final String JPEG = "ffd8ff";
  private static final String PNG = "89504e47";
  private static final List<String> TIFF = List.of("49492a00", "4d4d002a");

  /**
   * Reads the metadata of a file.
   *
   * @throws IOException if it cannot be opened; the message names it
   */
  static MetadataFile read(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return read(file, channel);
    }
  }

  private static MetadataFile read(Path file, SeekableByteChannel channel) {
    try {
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
      in.mark(SIGNATURE_BYTES);
      String signature = HexFormat.of().formatHex(in.readNBytes(SIGNATURE_BYTES));
      in.reset();
      return new MetadataFile(read(file, channel, in, signature), Optional.empty());
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      // The parser answers to damaged blocks in all of these ways.
      return new MetadataFile(new Metadata(), Optional.of(reason(e)));
    }
  }

  private static Metadata read(
      Path file, SeekableByteChannel channel, InputStream in, String signature)
      throws ImageProcessingException, IOException {
    if (signature.startsWith(JPEG)) {
      return JpegMetadataReader.readMetadata(in, List.of(new ExifReader(), new JpegReader()));
    }
    if (signature.equals(PNG)) {
      return PngBlocks.read(channel).metadata();
    }
    if (TIFF.contains(signature)) {
      return TiffMetadataReader.readMetadata(file.toFile());
    }
    throw new IOException("it is no PNG, JPEG or TIFF file");
  }

  private static String reason(Exception e) {
    String text = Objects.requireNonNullElse(e.getMessage(), "");
    return text.lines().findFirst().orElse("its structure is broken");
  }
}
