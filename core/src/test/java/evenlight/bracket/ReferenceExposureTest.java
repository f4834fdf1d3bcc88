package evenlight.bracket;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceExposureTest {
  private static Exposure grey(String name, float... levels) {
    return new Exposure(name, new Photo(Image.of(1, levels.length, levels, levels, levels), 8));
  }

  @Test
  void indexIn_mostPixelsNeitherBlackNorClipped_wins() {
    Bracket bracket =
        Bracket.of(
            List.of(
                grey("dark", 0.05f, 0.05f, 0.05f, 0.5f),
                grey("bright", 0.3f, 0.5f, 0.94f, 1),
                grey("blown", 0.9f, 1, 1, 1)));

    assertThat(ReferenceExposure.indexIn(bracket)).isEqualTo(1);
  }

  @Test
  void indexIn_saturatedColour_countsByItsGreatestChannel() {
    float[] black = {0, 0};
    float[] half = {0.5f, 0.5f};
    Exposure red = new Exposure("red", new Photo(Image.of(1, 2, half, black, black), 8));

    assertThat(ReferenceExposure.indexIn(Bracket.of(List.of(grey("white", 1, 1), red)))).isZero();
  }

  @Test
  void indexIn_equalCounts_isTheMiddleOrTheDarkerOfTwo() {
    List<Exposure> exposures = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      exposures.add(grey("exposure " + k, 0.2f + 0.1f * k, 0.3f));
    }
    assertThat(ReferenceExposure.indexIn(Bracket.of(exposures))).isEqualTo(2);

    exposures.remove(4);
    assertThat(ReferenceExposure.indexIn(Bracket.of(exposures))).isEqualTo(1);
  }
}
