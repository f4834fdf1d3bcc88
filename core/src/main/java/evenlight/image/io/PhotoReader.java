package evenlight.image.io;

import evenlight.image.metadata.CaptureInfo;
import evenlight.image.metadata.Orientation;
import java.awt.color.ColorSpace;
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
  private final Path file;
  private final PhotoFormat format;
  private final Decoding decoding;
  private final PixelLimit limit;
  private Optional<ColourProfile> profile = Optional.empty();

  static {
    // Decoders that buffer a part of a file must not do so in temporary files.
    ImageIO.setUseCache(false);
  }

  private PhotoReader(Path file, PhotoFormat format, Decoding decoding, PixelLimit limit) {
    this.file = file;
    this.format = format;
    this.decoding = decoding;
    this.limit = limit;
  }

  /** Reads a photograph; every message names the file. */
  static Photo read(Path file, Decoding decoding, PixelLimit limit) throws IOException {
    requireFile(file);
    return new PhotoReader(file, formatOf(file), decoding, limit).read();
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
      Orientation orientation =
          decoding.upright() ? CaptureInfo.read(file).orientation() : Orientation.UPRIGHT;
      return new Photo(
          guard(() -> Samples.of(picture, orientation)),
          deep ? 16 : 8,
          decoding == Decoding.IN_PROFILE ? profile : Optional.empty());
    } finally {
      reader.dispose();
    }
  }

  private void requireWhole(PathInput in) throws IOException {
    switch (format) {
      case PNG -> profile = guard(() -> PngStructure.of(in)).profile();
      case JPEG -> {
        JpegStructure structure = guard(() -> JpegStructure.of(in));
        ColourCheck.requireRgb(structure.components(), file);
        if (decoding == Decoding.IN_PROFILE) {
          profile = guard(() -> structure.profile(in));
        }
        if (decoding != Decoding.SRGB) {
          in.blank(structure.profiles().stream().map(JpegStructure.Segment::start).toList());
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
    limit.check(guard(() -> reader.getHeight(0)), guard(() -> reader.getWidth(0)), file);
    if (format == PhotoFormat.TIFF) {
      TiffStructure structure = guard(() -> TiffStructure.of(reader));
      guardStep(() -> structure.requireWhole(Files.size(file)));
      structure.requirePhotograph(file);
      profile = structure.profile();
    }
    BufferedImage picture = guard(() -> reader.read(0));
    requireNoDamage(warnings);
    ColourCheck.requireRgb(picture, file);
    return decoding == Decoding.SRGB ? guard(() -> toSrgb(picture)) : picture;
  }

  /** The JDK's PNG reader leaves the profile to us, the other readers have applied it. */
  private BufferedImage toSrgb(BufferedImage picture) {
    Optional<ColorSpace> colours =
        format == PhotoFormat.PNG ? profile.flatMap(ColourProfile::colours) : Optional.empty();
    return ColourCheck.toSrgb(colours.map(c -> ColourCheck.in(c, picture)).orElse(picture));
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
