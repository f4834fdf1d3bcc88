package evenlight.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.filter.Plane;
import evenlight.image.Image8;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColourScaleTest {
  @Test
  void image_risingValues_getLighterEvenly() {
    double[] values = IntStream.rangeClosed(0, 10).mapToDouble(i -> i / 10.0).toArray();
    Image8 image = ColourScale.image(Plane.of(1, 11, values));
    for (int i = 0; i < values.length; i++) {
      assertThat(lightness(image, i)).isCloseTo(14 + 8 * i, within(1.5));
    }
  }

  /** CIE L* of a pixel. */
  private static double lightness(Image8 image, int place) {
    double luminance =
        0.2126 * linear(image.at(0, place))
            + 0.7152 * linear(image.at(1, place))
            + 0.0722 * linear(image.at(2, place));
    return 116 * Math.cbrt(luminance) - 16;
  }

  private static double linear(int sample) {
    return sample <= 10 ? sample / 255.0 / 12.92 : Math.pow((sample / 255.0 + 0.055) / 1.055, 2.4);
  }

  @Test
  void image_valuesOutside_haveTheColoursOfTheEnds() {
    Image8 image = ColourScale.image(Plane.of(1, 4, new double[] {-1, 0, 1, 2}));
    for (int c = 0; c < 3; c++) {
      assertThat(image.at(c, 0)).isEqualTo(image.at(c, 1));
      assertThat(image.at(c, 3)).isEqualTo(image.at(c, 2));
    }
  }

  @Test
  void gradient_isOfSeventeenColours() {
    assertThat(ColourScale.gradient()).matches("linear-gradient\\(to right(, #[0-9a-f]{6}){17}\\)");
  }
}
