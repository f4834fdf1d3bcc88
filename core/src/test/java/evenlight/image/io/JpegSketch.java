package evenlight.image.io;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes JPEG files with segments that writers do not write, and takes stored samples out. */
final class JpegSketch {
  private static final int SEGMENT_BYTES = 60_000;

  private JpegSketch() {}

  /** Puts APP2 segments with the profile right behind the start-of-image marker. */
  static byte[] withProfile(byte[] jpeg, byte[] profile) {
    return withProfile(jpeg, profile, SEGMENT_BYTES);
  }

  /** Puts APP2 segments with so many bytes of the profile each behind the start-of-image marker. */
  static byte[] withProfile(byte[] jpeg, byte[] profile, int bytesEach) {
    int count = (profile.length + bytesEach - 1) / bytesEach;
    byte[] file = jpeg;
    for (int k = count; k > 0; k--) {
      byte[] part =
          Arrays.copyOfRange(profile, (k - 1) * bytesEach, Math.min(profile.length, k * bytesEach));
      ByteBuffer content = ByteBuffer.allocate(14 + part.length);
      content.put("ICC_PROFILE\0".getBytes(US_ASCII)).put((byte) k).put((byte) count).put(part);
      file = withSegment(file, 0xe2, content.array());
    }
    return file;
  }

  /** Puts an Adobe segment behind the start-of-image marker; transform 0 means RGB, 1 YCbCr. */
  static byte[] withAdobe(byte[] jpeg, int transform) {
    ByteBuffer content = ByteBuffer.allocate(12);
    content.put("Adobe".getBytes(US_ASCII)).putShort((short) 100).putInt(0).put((byte) transform);
    return withSegment(jpeg, 0xee, content.array());
  }

  /** Names the components of a baseline file's frame and scan after the letters. */
  static byte[] named(byte[] jpeg, String letters) {
    byte[] file = jpeg.clone();
    for (int at = 2; ; at += 2 + Short.toUnsignedInt(ByteBuffer.wrap(file).getShort(at + 2))) {
      int marker = file[at + 1] & 255;
      for (int c = 0; c < letters.length(); c++) {
        if (marker == 0xc0) {
          file[at + 10 + 3 * c] = (byte) letters.charAt(c);
        } else if (marker == 0xda) {
          file[at + 5 + 2 * c] = (byte) letters.charAt(c);
        }
      }
      if (marker == 0xda) {
        return file;
      }
    }
  }

  private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    ByteBuffer head = ByteBuffer.allocate(4);
    head.putShort((short) (0xff00 | marker)).putShort((short) (content.length + 2));
    out.writeBytes(head.array());
    out.writeBytes(content);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** A picture's three bands as they are, without a colour conversion and without JFIF. */
  static byte[] ofBands(BufferedImage picture) throws IOException {
    ImageWriter writer = PhotoFormat.JPEG.writer();
    var out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam options = writer.getDefaultWriteParam();
      options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      options.setCompressionQuality(1);
      writer.write(null, new IIOImage(picture.getRaster(), null, null), options);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /**
   * RGB by the JPEG library's integers of the YCbCr samples that a decoder hands out unconverted.
   */
  static int[][] storedRgb(byte[] jpeg) throws IOException {
    ImageReader reader = PhotoFormat.JPEG.reader();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in, true, true);
      var raster = reader.readRaster(0, null);
      int[][] ycbcr = new int[3][];
      for (int c = 0; c < 3; c++) {
        ycbcr[c] = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), c, (int[]) null);
      }
      return rgb(ycbcr);
    } finally {
      reader.dispose();
    }
  }

  private static int[][] rgb(int[][] ycbcr) {
    int[][] rgb = new int[3][ycbcr[0].length];
    for (int i = 0; i < rgb[0].length; i++) {
      int y = ycbcr[0][i];
      int cb = ycbcr[1][i] - 128;
      int cr = ycbcr[2][i] - 128;
      rgb[0][i] = clamp(y + ((91881 * cr + 32768) >> 16));
      rgb[1][i] = clamp(y + ((-22554 * cb - 46802 * cr + 32768) >> 16));
      rgb[2][i] = clamp(y + ((116130 * cb + 32768) >> 16));
    }
    return rgb;
  }

  private static int clamp(int value) {
    return Math.min(Math.max(value, 0), 255);
  }
}
