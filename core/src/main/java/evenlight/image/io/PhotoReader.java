package evenlight.image.io;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file: what is it, is it whole, is it small enough, decode, is it RGB.
 *
 * <p>Decoders are not trusted. They answer to damaged files with half a picture and a warning, with
 * unchecked exceptions, or with a request for all memory; here each of these is an {@link
 * IOException}.
 */
final class PhotoReader {
  /** The most pixels that are decoded; a forged header must not allocate more. */
  static final int MAX_PIXELS = 1 << 28;

  private final Path file;
  private final PhotoFormat format;
  private final Colour colour;

  static {
    // Decoders that buffer a part of a file must not do so in temporary files.
    ImageIO.setUseCache(false);
  }

  private PhotoReader(Path file, PhotoFormat format, Colour colour) {
    this.file = file;
    this.format = format;
    this.colour = colour;
  }

  /** Reads a photograph; every message names the file. */
  static Photo read(Path file, Colour colour) throws IOException {
    requireFile(file);
    return new PhotoReader(file, formatOf(file), colour).read();
  }

  private static void requireFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(
          "an exposure must be a file that exists, but %s does not".formatted(file));
    }
    if (Files.isDirectory(file)) {
      throw new IOException("an exposure must be a file, but %s is a folder".formatted(file));
    }
    if (Files.size(file) == 0) {
      throw new IOException("an exposure must be an image file, but %s is empty".formatted(file));
    }
  }

  static PhotoFormat formatOf(Path file) throws IOException {
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(PhotoFormat.SIGNATURE_BYTES);
    } catch (IOException e) {
      throw new IOException("%s could not be read: %s".formatted(file, Reason.of(e)), e);
    }
    Optional<PhotoFormat> format = PhotoFormat.ofSignature(start);
    return format.orElseThrow(
        () ->
            new IOException(
                "an exposure must be a PNG, JPEG or TIFF file, but %s is none of them"
                    .formatted(file)));
  }

  private Photo read() throws IOException {
    ImageReader reader = format.reader();
    try (PathInput in = new PathInput(file)) {
      requireWhole(in);
      BufferedImage picture = decode(reader, in);
      boolean deep = picture.getRaster().getTransferType() == DataBuffer.TYPE_USHORT;
      return new Photo(guard(() -> Samples.of(picture)), deep ? 16 : 8);
    } finally {
      reader.dispose();
    }
  }

  private void requireWhole(PathInput in) throws IOException {
    switch (format) {
      case PNG -> guardStep(() -> PngStructure.check(in));
      case JPEG -> {
        JpegStructure structure = guard(() -> JpegStructure.of(in));
        ColourCheck.requireRgb(structure.components(), file);
        if (colour == Colour.STORED) {
          in.blank(structure.profiles());
        }
      }
      case TIFF -> {} // the decoder knows its structure, see decode
    }
    in.seek(0);
  }

  private BufferedImage decode(ImageReader reader, ImageInputStream in) throws IOException {
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    guardStep(() -> reader.setInput(in, true, true));
    requireSize(guard(() -> reader.getHeight(0)), guard(() -> reader.getWidth(0)), file);
    if (format == PhotoFormat.TIFF) {
      TiffStructure structure = guard(() -> TiffStructure.of(reader));
      guardStep(() -> structure.requireWhole(Files.size(file)));
      structure.requirePhotograph(file);
    }
    BufferedImage picture = guard(() -> reader.read(0));
    requireNoDamage(warnings);
    ColourCheck.requireRgb(picture, file);
    return colour == Colour.STORED ? picture : guard(() -> ColourCheck.toSrgb(picture));
  }

  static void requireSize(int height, int width, Path file) throws IOException {
    if ((long) height * width > MAX_PIXELS) {
      throw new IOException(
          "an exposure must have at most %s pixels, but %s is %s×%s (height×width)"
              .formatted(MAX_PIXELS, file, height, width));
    }
  }

  private void requireNoDamage(List<String> warnings) throws IOException {
    for (String warning : warnings) {
      if (JpegStructure.tellsOfDamage(warning)) {
        throw damaged(warning, null);
      }
    }
  }

  /** Runs a step of a decoder; all that it throws becomes one line that names the file. */
  private <T> T guard(IoSupplier<T> step) throws IOException {
    try {
      return step.get();
    } catch (EOFException e) {
      throw damaged("it ends early", e);
    } catch (IOException e) {
      throw damaged(Reason.of(e), e);
    } catch (RuntimeException e) {
      throw damaged("its structure is broken", e);
    } catch (OutOfMemoryError e) {
      throw new IOException("an exposure must fit into memory, but %s does not".formatted(file), e);
    }
  }

  private void guardStep(IoStep step) throws IOException {
    guard(
        () -> {
          step.run();
          return step;
        });
  }

  private IOException damaged(String reason, @Nullable Throwable cause) {
    return new IOException(
        "an exposure must be an undamaged %s file, but %s is not: %s"
            .formatted(format, file, reason),
        cause);
  }

  private interface IoStep {
    void run() throws IOException;
  }

  private interface IoSupplier<T> {
    T get() throws IOException;
  }
}
