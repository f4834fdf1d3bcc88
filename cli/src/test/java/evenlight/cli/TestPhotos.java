package evenlight.cli;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import evenlight.image.metadata.ExifTags;
import evenlight.image.metadata.TiffDirectory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures in files. */
final class TestPhotos {
  private static final int TILE = 7;

  private TestPhotos() {}

  static Path grey(Path file, int height, int width, float level) throws IOException {
    return grey(file, height, width, level, 8);
  }

  static Path grey(Path file, int height, int width, float level, int bitDepth) throws IOException {
    float[] plane = new float[height * width];
    Arrays.fill(plane, level);
    Photos.write(new Photo(Image.of(height, width, plane, plane, plane), bitDepth), file);
    return file;
  }

  /** Grey noise, the same for equal sizes, times a gain and clipped. */
  static Path texture(Path file, int height, int width, float gain) throws IOException {
    Random random = new Random(1);
    float[] plane = new float[height * width];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = Math.min(gain * (0.2f + 0.5f * random.nextFloat()), 1);
    }
    Photos.write(new Photo(Image.of(height, width, plane, plane, plane), 8), file);
    return file;
  }

  /** Puts EXIF into a PNG file: a camera, an exposure time and a latitude. */
  static Path taken(Path file, int numerator, int denominator) throws IOException {
    TiffDirectory gps = new TiffDirectory().putText(1, "N").putRational(2, 48, 1);
    TiffDirectory exif = new TiffDirectory().putRational(33434, numerator, denominator);
    exif.putText(36867, "2025:06:01 12:30:15");
    TiffDirectory main = new TiffDirectory().putText(272, "Model");
    byte[] block = new ExifTags.Directories(main, exif, gps).block();
    byte[] typed = ByteBuffer.allocate(4 + block.length).putInt(0x65584966).put(block).array();
    CRC32 crc = new CRC32();
    crc.update(typed);
    byte[] picture = Files.readAllBytes(file);
    int header = 33;
    ByteBuffer whole = ByteBuffer.wrap(new byte[picture.length + 8 + typed.length]);
    whole.put(picture, 0, header).putInt(block.length).put(typed).putInt((int) crc.getValue());
    whole.put(picture, header, picture.length - header);
    return Files.write(file, whole.array());
  }

  /**
   * Tiles of random grey, the same for equal seeds, times a gain and clipped, seen from a place
   * that is moved.
   */
  static Path tiles(Path file, long seed, int right, int down, float gain) throws IOException {
    int height = 150;
    int width = 200;
    int margin = 64;
    Random random = new Random(seed);
    float[] greys = new float[64 * 64];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = random.nextFloat();
    }
    float[] plane = new float[height * width];
    for (int i = 0; i < plane.length; i++) {
      int row = (i / width + down + margin) / TILE;
      int column = (i % width + right + margin) / TILE;
      plane[i] = Math.min(gain * (0.1f + 0.5f * greys[row * 64 + column]), 1);
    }
    Photos.write(new Photo(Image.of(height, width, plane, plane, plane), 8), file);
    return file;
  }

  /** A picture of one of the types of {@link BufferedImage}. */
  static Path ofType(Path file, int type) throws IOException {
    ImageIO.write(new BufferedImage(24, 16, type), "png", file.toFile());
    return file;
  }
}
