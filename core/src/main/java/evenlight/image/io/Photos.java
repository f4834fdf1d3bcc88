package evenlight.image.io;

import evenlight.image.Image;
import evenlight.image.Image8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads photographs from PNG, JPEG and TIFF files and writes them.
 *
 * <p>What is read is RGB of 8 or 16 bits a sample, or a palette of such colours; everything else is
 * refused rather than converted, and so is a file that is damaged or incomplete. Where a file
 * embeds a colour profile, such as Display P3, its samples are converted to sRGB unless they are
 * asked for as {@linkplain Colour#STORED stored} or {@linkplain #readAllInProfile in their
 * profile}. All but stored samples are turned upright by the orientation that the camera notes. Of
 * several pictures in a file the first is read.
 *
 * <p>A file that is written carries the photograph's profile; without one, sRGB is meant. The same
 * photograph gives the same bytes every time.
 */
public final class Photos {
  private Photos() {}

  /**
   * Reads a photograph; its format is told from its content, not from its name.
   *
   * @return samples in sRGB, the file's integers divided by 255 or 65535
   * @throws IOException if the file is not a whole RGB photograph; the message names it
   */
  public static Photo read(Path file) throws IOException {
    return read(file, Colour.SRGB);
  }

  /**
   * Reads a photograph; its format is told from its content, not from its name.
   *
   * @param colour whether a file's profile and orientation are applied
   * @return the file's integers, converted or not, divided by 255 or 65535
   * @throws IOException if the file is not a whole RGB photograph; the message names it
   */
  public static Photo read(Path file, Colour colour) throws IOException {
    return PhotoReader.read(file, Decoding.of(colour), PixelLimit.DEFAULT);
  }

  /**
   * Reads photographs on all processors, in the order of the files.
   *
   * @param colour whether a file's profile and orientation are applied
   * @throws IOException if a file is not a whole RGB photograph; the message names the first that
   *     is not
   */
  public static List<Photo> readAll(List<Path> files, Colour colour) throws IOException {
    return readAll(files, Decoding.of(colour), PixelLimit.DEFAULT, Integer.MAX_VALUE);
  }

  /**
   * Reads photographs, upright and converted to sRGB.
   *
   * @param atOnce how many are decoded at a time, at least 1; no more than there are processors
   * @throws IOException if a file is not a whole RGB photograph or too large; the message names the
   *     first that is not
   */
  public static List<Photo> readAllInSrgb(List<Path> files, PixelLimit limit, int atOnce)
      throws IOException {
    return readAll(files, Decoding.SRGB, limit, atOnce);
  }

  /**
   * Reads photographs, upright and as they are stored, each with its profile, on all processors.
   *
   * @throws IOException if a file is not a whole RGB photograph or too large; the message names the
   *     first that is not
   */
  public static List<Photo> readAllInProfile(List<Path> files, PixelLimit limit)
      throws IOException {
    return readAllInProfile(files, limit, Integer.MAX_VALUE);
  }

  /**
   * Reads photographs, upright and as they are stored, each with its profile.
   *
   * @param atOnce how many are decoded at a time, at least 1; no more than there are processors
   * @throws IOException if a file is not a whole RGB photograph or too large; the message names the
   *     first that is not
   */
  public static List<Photo> readAllInProfile(List<Path> files, PixelLimit limit, int atOnce)
      throws IOException {
    return readAll(files, Decoding.IN_PROFILE, limit, atOnce);
  }

  private static List<Photo> readAll(
      List<Path> files, Decoding decoding, PixelLimit limit, int atOnce) throws IOException {
    List<Photo> photos = new ArrayList<>();
    InOrder.run(
        files.size(), atOnce, i -> PhotoReader.read(files.get(i), decoding, limit), photos::add);
    return List.copyOf(photos);
  }

  /**
   * Writes a photograph in the format that the file's ending names, replacing a file that is there.
   *
   * <p>PNG and TIFF keep {@link Photo#bitDepth}; JPEG has always 8 bits, quality 0.95 and chroma in
   * full resolution. Samples of 8 and 16 bits are clamped to [0,1] and rounded half up, those of 32
   * are written as they are. The file is there completely or not at all, see {@link AtomicFile}.
   *
   * @throws IllegalArgumentException if the ending names no known format, or a sample is NaN
   * @throws IOException if it cannot be written; the message names the file
   */
  public static void write(Photo photo, Path file) throws IOException {
    write(photo, Attachments.NONE, file);
  }

  /**
   * The same with what is to be said beside the picture.
   *
   * @throws IllegalArgumentException if the ending names no known format, or a sample is NaN
   * @throws IOException if it cannot be written; the message names the file
   */
  public static void write(Photo photo, Attachments attachments, Path file) throws IOException {
    PhotoWriter.write(photo, attachments, file);
  }

  /**
   * The bytes of a baseline JPEG file that holds an image, grey or RGB, with chroma in full
   * resolution.
   *
   * @param quality from 0 to 1
   * @throws IllegalArgumentException if the quality is not in that range
   */
  public static byte[] jpeg(Image8 image, float quality) {
    return encoded(image, (rows, out) -> JpegEncoder.encode(rows, quality, FileBlocks.NONE, out));
  }

  /** The bytes of a PNG file that holds an image, grey or RGB. */
  public static byte[] png(Image8 image) {
    return encoded(image, (rows, out) -> PngEncoder.encode(rows, FileBlocks.NONE, out));
  }

  private static byte[] encoded(Image8 image, Encoder encoder) {
    byte[][] planes = new byte[image.channels()][];
    Arrays.setAll(planes, image::plane);
    Image shared = Image.ofBytes(image.height(), image.width(), planes);
    var bytes = new ByteArrayOutputStream();
    try {
      encoder.encode(new InterleavedRows(shared, Byte.SIZE), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "an image of %s could not be encoded: %s".formatted(image.size(), Reason.of(e)), e);
    }
    return bytes.toByteArray();
  }

  private interface Encoder {
    void encode(InterleavedRows rows, OutputStream out) throws IOException;
  }

  /**
   * The most bits a sample that a file of this ending can hold: 8, 16 or 32.
   *
   * @throws IllegalArgumentException if the ending names no known format
   */
  public static int maxBitDepth(Path file) {
    return PhotoFormat.ofEnding(file).maxBitDepth();
  }

  /**
   * Whether two files have the same format by their endings.
   *
   * @throws IllegalArgumentException if an ending names no known format
   */
  public static boolean sameFormat(Path first, Path second) {
    return PhotoFormat.ofEnding(first) == PhotoFormat.ofEnding(second);
  }

  /**
   * Checks, before work starts, that a photograph can be written afterwards.
   *
   * @param overwrite whether a file that exists may be replaced
   * @throws IllegalArgumentException if the ending names no known format
   * @throws IOException if the folder is missing or not writable, or the file is in the way
   */
  public static void requireWritable(Path file, boolean overwrite) throws IOException {
    PhotoFormat.ofEnding(file);
    AtomicFile.requireWritable(file, overwrite);
  }
}
