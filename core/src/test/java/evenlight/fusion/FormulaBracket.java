package evenlight.fusion;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Brackets made by formula; the same as those of golden/OpenCvMertens.java. */
public final class FormulaBracket {
  private FormulaBracket() {}

  /** A bracket of 8 bits with one exposure for each gain. */
  public static Bracket of(int height, int width, int... gains) {
    return Bracket.of(
        Arrays.stream(gains)
            .mapToObj(gain -> new Exposure("gain " + gain, photo8(height, width, gain)))
            .toList());
  }

  /** The same light in 16 bits. */
  public static Bracket of16Bits(int height, int width, int... gains) {
    return Bracket.of(
        Arrays.stream(gains)
            .mapToObj(gain -> new Exposure("gain " + gain, photo16(height, width, gain)))
            .toList());
  }

  /** A bracket with as many exposures as asked for. */
  public static Bracket ofSize(int height, int width, int exposures) {
    return of(height, width, gains(exposures));
  }

  /** Gains from dark to bright. */
  public static int[] gains(int exposures) {
    return IntStream.range(0, exposures).map(k -> 2 + 22 * k / (exposures - 1)).toArray();
  }

  /** One exposure of 8 bits. */
  public static Photo photo8(int height, int width, int gain) {
    byte[][] planes = new byte[3][height * width];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        planes[c][i] = (byte) sample(i / width, i % width, c, gain);
      }
    }
    return new Photo(Image.ofBytes(height, width, planes), 8);
  }

  private static Photo photo16(int height, int width, int gain) {
    short[][] planes = new short[3][height * width];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        planes[c][i] = (short) (257 * sample(i / width, i % width, c, gain));
      }
    }
    return new Photo(Image.ofShorts(height, width, planes), 16);
  }

  private static int sample(int y, int x, int c, int gain) {
    int texture = (3 * x * x + 13 * x + 5 * y * y + 7 * y + 29 * c) % 97;
    int light = 20 + texture + 40 * ((x / 5 + y / 4) % 2);
    return Math.min(light * gain / 8, 255);
  }
}
