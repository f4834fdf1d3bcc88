package evenlight.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.List;
import org.junit.jupiter.api.Test;

class EfficiencyTableTest {
  private static Bracket bracket() {
    return Bracket.of(List.of(exposure("under", 0), exposure("over", 100)));
  }

  private static Exposure exposure(String name, int offset) {
    byte[] plane = new byte[4 * 6];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) (i + offset);
    }
    return new Exposure(name, new Photo(Image.ofBytes(4, 6, plane, plane, plane), 8));
  }

  @Test
  void growth_timeAsTheSquareOfPixels_isTwo() {
    List<double[]> points =
        List.of(new double[] {1e6, 3}, new double[] {2e6, 12}, new double[] {8e6, 192});
    assertThat(EfficiencyTable.growth(points)).isCloseTo(2, within(1e-12));
  }

  @Test
  void mirrored_largerThanThePicture_reflectsIt() {
    Bracket large = MirroredBracket.of(bracket(), 9, 14);
    Image dark = large.darkest().image();
    assertThat(dark.size()).isEqualTo("9×14");
    assertThat(dark.at(0, 0, 6)).isEqualTo(dark.at(0, 0, 5));
    assertThat(dark.at(0, 0, 11)).isEqualTo(dark.at(0, 0, 0));
    assertThat(dark.at(0, 0, 12)).isEqualTo(dark.at(0, 0, 0));
    assertThat(dark.at(1, 7, 13)).isEqualTo(dark.at(1, 0, 1));
    assertThat(dark.at(1, 8, 0)).isEqualTo(dark.at(1, 0, 0));
  }

  @Test
  void effort_severalFusions_areOrdered() {
    Effort effort = Effort.of(FusionMethods.named("average"), bracket(), 3);
    assertThat(effort.least()).isPositive();
    assertThat(effort.median()).isBetween(effort.least(), effort.most());
  }
}
