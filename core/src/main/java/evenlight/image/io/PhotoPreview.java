package evenlight.image.io;

import evenlight.image.Image8;
import evenlight.image.metadata.CaptureInfo;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * A photograph as it is seen at a glance: every n-th pixel of every n-th row, so that one of any
 * size takes little memory.
 *
 * <p>Damage may go unnoticed: what is fused is read by {@link Photos#read(Path)}.
 */
public final class PhotoPreview {
  private PhotoPreview() {}

  /**
   * The size of a stored picture.
   *
   * @param height rows
   * @param width columns
   */
  public record Size(int height, int width) {}

  /**
   * Reads the size of the picture in a file from its header.
   *
   * @throws IOException if the file is no PNG, JPEG or TIFF file, or its header is damaged
   */
  public static Size size(Path file) throws IOException {
    return withReader(file, reader -> new Size(reader.getHeight(0), reader.getWidth(0)));
  }

  /**
   * Reads how many bits the samples of a picture will have, 8 or 16, from its header.
   *
   * @throws IOException if the file is no PNG, JPEG or TIFF file, or its header is damaged
   */
  public static int bitDepth(Path file) throws IOException {
    return PhotoReader.formatOf(file) == PhotoFormat.JPEG
        ? Byte.SIZE
        : withReader(file, reader -> bitDepth(reader.getRawImageType(0)));
  }

  private static int bitDepth(ImageTypeSpecifier type) {
    boolean deep = type.getSampleModel().getTransferType() == DataBuffer.TYPE_USHORT;
    return deep ? Short.SIZE : Byte.SIZE;
  }

  /**
   * Reads a picture small and upright.
   *
   * @param longSide the longer side is at least this long, if that of the picture is, and less than
   *     twice as long if that of the picture is more
   * @throws IOException if the file is no RGB photograph, or damaged so that it cannot be decoded
   */
  public static Image8 read(Path file, int longSide) throws IOException {
    return withReader(file, reader -> read(reader, file, longSide));
  }

  private static Image8 read(ImageReader reader, Path file, int longSide) throws IOException {
    int height = reader.getHeight(0);
    int width = reader.getWidth(0);
    PixelLimit.DEFAULT.check(height, width, file);
    int step = Math.max(Math.max(height, width) / longSide, 1);
    ImageReadParam everyNth = reader.getDefaultReadParam();
    everyNth.setSourceSubsampling(step, step, 0, 0);
    BufferedImage picture = reader.read(0, everyNth);
    ColourCheck.requireRgb(picture, file);
    return Image8.of(Samples.of(picture, CaptureInfo.read(file).orientation()));
  }

  private static <T> T withReader(Path file, Step<T> step) throws IOException {
    ImageReader reader = PhotoReader.formatOf(file).reader();
    try (PathInput in = new PathInput(file)) {
      reader.setInput(in, true, true);
      return step.apply(reader);
    } catch (IIOException | EOFException | RuntimeException e) {
      throw new IOException(
          "a photograph must be decodable, but %s is not: %s".formatted(file, Reason.of(e)), e);
    } finally {
      reader.dispose();
    }
  }

  private interface Step<T> {
    T apply(ImageReader reader) throws IOException;
  }
}
