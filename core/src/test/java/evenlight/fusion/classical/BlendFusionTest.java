package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendFusionTest {
  /** 16 bits, so that rounding does not hide the formula. */
  @Test
  void fuse_twoExposures_isTheContrastOfHalfMertensHalfAverage() {
    Bracket bracket =
        Bracket.of(List.of(exposure("dark", 0.1f, 0.3f), exposure("bright", 0.5f, 0.9f)));
    Image mertens = FusionMethods.named("mertens").fuse(bracket);
    Image average = FusionMethods.named("average").fuse(bracket);
    Image blend = FusionMethods.named("blend").fuse(bracket);
    double mean = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < 16; i++) {
        mean += half(mertens, average, c, i) / 48;
      }
    }
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < 16; i++) {
        assertThat((double) blend.at(c, i / 4, i % 4))
            .isCloseTo(mean + 1.4 * (half(mertens, average, c, i) - mean), within(1e-5));
      }
    }
  }

  private static double half(Image mertens, Image average, int channel, int i) {
    return (mertens.at(channel, i / 4, i % 4) + average.at(channel, i / 4, i % 4)) / 2.0;
  }

  private static Exposure exposure(String name, float low, float high) {
    float[] plane = new float[16];
    for (int i = 0; i < 16; i++) {
      plane[i] = i % 4 < 2 ? low : high;
    }
    return new Exposure(name, new Photo(Image.of(4, 4, plane, plane, plane), 16));
  }
}
