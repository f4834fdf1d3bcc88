package evenlight.image.io;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotosRefusalTest {
  @TempDir Path folder;

  @Test
  void read_missingFile_isRefused() {
    Path file = folder.resolve("x.png");
    assertRefused(file, "an exposure must be a file that exists, but " + file + " does not");
  }

  @Test
  void read_folder_isRefused() {
    assertRefused(folder, "an exposure must be a file, but " + folder + " is a folder");
  }

  @Test
  void read_emptyFile_isRefused() throws IOException {
    Path file = file("x.png", new byte[0]);
    assertRefused(file, "an exposure must be an image file, but " + file + " is empty");
  }

  @Test
  void read_textCalledJpg_isRefusedWithTheFormats() throws IOException {
    Path file = file("x.jpg", "no picture at all".getBytes(UTF_8));
    assertRefused(
        file, "an exposure must be a PNG, JPEG or TIFF file, but " + file + " is none of them");
  }

  @Test
  void read_gif_isRefusedWithTheFormats() throws IOException {
    Path file = file("x.gif", Pictures.encoded(BufferedImage.TYPE_INT_RGB, "gif"));
    assertRefused(
        file, "an exposure must be a PNG, JPEG or TIFF file, but " + file + " is none of them");
  }

  @Test
  void read_alpha_isRefused() throws IOException {
    String expected = "an exposure must be RGB without alpha, but %s has an alpha channel";
    Path png = file("x.png", Pictures.encoded(BufferedImage.TYPE_INT_ARGB, "png"));
    assertRefused(png, expected.formatted(png));
    Path tiff = file("x.tif", Pictures.encoded(BufferedImage.TYPE_INT_ARGB, "tiff"));
    assertRefused(tiff, expected.formatted(tiff));
    Path extra = file("e.tif", rgb(4, 8).with(TiffSketch.EXTRA_SAMPLES, 0).bytes());
    assertRefused(extra, expected.formatted(extra));
  }

  @Test
  void read_transparentColour_isRefused() throws IOException {
    byte[] plain = Pictures.encoded(BufferedImage.TYPE_3BYTE_BGR, "png");
    Path file = file("x.png", withChunk(plain, "tRNS", new byte[6]));
    assertRefused(
        file, "an exposure must be RGB without alpha, but " + file + " has an alpha channel");
  }

  @Test
  void read_greyscale_isRefused() throws IOException {
    for (String format : new String[] {"png", "jpg", "tiff"}) {
      Path file = file("x." + format, Pictures.encoded(BufferedImage.TYPE_BYTE_GRAY, format));
      assertRefused(file, "an exposure must be RGB, but " + file + " is greyscale");
    }
    Path deep = file("x.png", Pictures.encoded(BufferedImage.TYPE_USHORT_GRAY, "png"));
    assertRefused(deep, "an exposure must be RGB, but " + deep + " is greyscale");
  }

  @Test
  void read_cmyk_isRefused() throws IOException {
    Path jpeg = file("x.jpg", fourComponentJpeg());
    assertRefused(jpeg, "an exposure must be RGB, but " + jpeg + " is CMYK");
    Path tiff = file("x.tif", rgb(4, 8).with(TiffSketch.PHOTOMETRIC, 5).bytes());
    assertRefused(tiff, "an exposure must be RGB, but " + tiff + " is CMYK");
  }

  @Test
  void read_tiffWithOtherSamples_isRefused() throws IOException {
    assertOtherSamples("32-bit samples", rgb(3, 32));
    assertOtherSamples("12-bit samples", rgb(3, 12));
    assertOtherSamples("4-bit samples", rgb(3, 4));
    assertOtherSamples(
        "32-bit floating-point samples", rgb(3, 32).with(TiffSketch.SAMPLE_FORMAT, 3, 3, 3));
    assertOtherSamples("16-bit signed samples", rgb(3, 16).with(TiffSketch.SAMPLE_FORMAT, 2, 2, 2));
  }

  private void assertOtherSamples(String found, TiffSketch tiff) throws IOException {
    Path file = file("x.tif", tiff.bytes());
    assertRefused(
        file,
        "an exposure must have 8 or 16 unsigned bits a sample, but %s has %s"
            .formatted(file, found));
  }

  @Test
  void read_thumbnailOfARawFile_isRefused() throws IOException {
    Path file = file("x.dng", rgb(3, 8).with(TiffSketch.NEW_SUBFILE_TYPE, 1).bytes());
    assertRefused(
        file,
        "an exposure must be a full-size picture, but %s starts with a thumbnail, as raw files do"
            .formatted(file));
  }

  @Test
  void read_forgedSize_isRefusedBeforeDecoding() throws IOException {
    Path tiff = file("x.tif", TiffSketch.of(100_000, 100_000, 3, 8, new byte[99]).bytes());
    Path png = file("x.png", withSize(100_000));
    for (Path file : new Path[] {tiff, png}) {
      assertRefused(
          file,
          "an exposure must have at most 268435456 pixels, but %s is 100000×100000 (height×width)"
              .formatted(file));
    }
  }

  @Test
  void read_forgedSizeBelowTheLimit_isRefused() throws IOException {
    Path tiff = file("x.tif", TiffSketch.of(16_000, 16_000, 3, 16, new byte[99]).bytes());
    assertThatThrownBy(() -> Photos.read(tiff))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("but " + tiff);
  }

  private void assertRefused(Path file, String message) {
    for (Colour colour : Colour.values()) {
      assertThatThrownBy(() -> Photos.read(file, colour))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage(message);
    }
  }

  private static TiffSketch rgb(int samples, int bits) {
    return TiffSketch.of(4, 4, samples, bits, new byte[4 * 4 * samples * bits / 8]);
  }

  private static byte[] fourComponentJpeg() throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = PhotoFormat.JPEG.writer();
    Raster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, null);
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** A PNG whose header, checksum included, speaks of a square of this side. */
  private static byte[] withSize(int side) throws IOException {
    ByteBuffer png = ByteBuffer.wrap(Pictures.encoded(BufferedImage.TYPE_3BYTE_BGR, "png"));
    png.putInt(16, side).putInt(20, side);
    CRC32 crc = new CRC32();
    crc.update(png.array(), 12, 17);
    png.putInt(29, (int) crc.getValue());
    return png.array();
  }

  /** Puts a chunk right behind the header. */
  private static byte[] withChunk(byte[] png, String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.wrap(new byte[12 + content.length]);
    chunk.putInt(content.length).put(type.getBytes(US_ASCII)).put(content);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + content.length);
    chunk.putInt((int) crc.getValue());
    var out = new ByteArrayOutputStream();
    out.write(png, 0, 33);
    out.writeBytes(chunk.array());
    out.write(png, 33, png.length - 33);
    assertThat(out.size()).isEqualTo(png.length + chunk.capacity());
    return out.toByteArray();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
