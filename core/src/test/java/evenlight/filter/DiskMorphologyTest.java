package evenlight.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskMorphologyTest {
  @Test
  void open_onesNarrowerThanTheDisk_vanish() {
    byte[] mask = new byte[11 * 11];
    for (int y = 0; y < 11; y++) {
      mask[y * 11 + 5] = 1;
    }
    new DiskMorphology(11, 11, 2).open(mask);
    assertThat(mask).containsOnly(0);
  }

  @Test
  void open_allOnes_stay() {
    byte[] mask = new byte[5 * 7];
    Arrays.fill(mask, (byte) 1);
    new DiskMorphology(5, 7, 21).open(mask);
    assertThat(mask).containsOnly(1);
  }

  @ParameterizedTest
  @CsvSource({"1,1,3", "12,15,1", "30,25,2", "40,31,4", "9,30,6"})
  void open_randomMask_isErosionThenDilationByEveryPlaceOfTheDisk(
      int height, int width, int radius) {
    Random random = new Random(height);
    byte[] mask = new byte[height * width];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (random.nextDouble() < 0.02 ? 0 : 1);
    }
    byte[] expected = grown(grown(mask, height, width, radius, 0), height, width, radius, 1);
    new DiskMorphology(height, width, radius).open(mask);
    assertThat(mask).isEqualTo(expected);
  }

  @Test
  void close_zerosNarrowerThanTheDisk_vanishAndTheOutlineStays() {
    byte[] mask = new byte[15 * 15];
    for (int y = 4; y < 11; y++) {
      Arrays.fill(mask, y * 15 + 4, y * 15 + 11, (byte) (y == 7 ? 0 : 1));
    }
    byte[] expected = grown(grown(mask, 15, 15, 2, 1), 15, 15, 2, 0);

    new DiskMorphology(15, 15, 2).close(mask);

    assertThat(mask).isEqualTo(expected);
    assertThat(mask[7 * 15 + 7]).isOne();
    assertThat(mask[7 * 15 + 13]).isZero();
  }

  @Test
  void dilate_onePlace_becomesTheDisk() {
    byte[] mask = new byte[9 * 9];
    mask[4 * 9 + 4] = 1;
    byte[] expected = grown(mask, 9, 9, 3, 1);

    new DiskMorphology(9, 9, 3).dilate(mask);

    assertThat(mask).isEqualTo(expected);
  }

  private static byte[] grown(byte[] mask, int height, int width, int radius, int value) {
    byte[] grown = new byte[mask.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        grown[y * width + x] = (byte) (1 - value);
        for (int i = Math.max(y - radius, 0); i <= Math.min(y + radius, height - 1); i++) {
          for (int j = Math.max(x - radius, 0); j <= Math.min(x + radius, width - 1); j++) {
            boolean inDisk = (i - y) * (i - y) + (j - x) * (j - x) <= radius * radius;
            if (inDisk && mask[i * width + j] == value) {
              grown[y * width + x] = (byte) value;
            }
          }
        }
      }
    }
    return grown;
  }
}
