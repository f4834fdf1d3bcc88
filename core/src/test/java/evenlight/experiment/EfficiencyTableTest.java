package evenlight.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.experiment.EfficiencyLine.Point;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.MethodCard;
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
    List<Point> points = List.of(new Point(1e6, 3), new Point(2e6, 12), new Point(8e6, 192));
    assertThat(EfficiencyLine.growth(points)).isCloseTo(2, within(1e-12));
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
  void measure_severalSizes_hasSecondsAndGrowth() {
    EfficiencyLine line = new EfficiencyLine(FusionMethods.named("average"), bracket());
    assertThat(line.measure(new int[] {20, 30})).hasSize(2);
    assertThat(line.growth().text()).isEqualTo("–");
    line.measure(new int[] {200, 300});
    assertThat(Double.parseDouble(line.growth().text())).isFinite();
    assertThat(line.obstacles()).isEmpty();
  }

  @Test
  void measure_methodThatFails_saysWhyAndStops() {
    EfficiencyLine line = new EfficiencyLine(new Hungry(), bracket());
    assertThat(line.measure(new int[] {20, 30}).get(0).text()).isNotEqualTo("–");
    assertThat(line.measure(new int[] {200, 300}).get(0).text()).isEqualTo("–");
    assertThat(line.measure(new int[] {20, 30}).get(0).text()).isEqualTo("–");
    assertThat(line.obstacles())
        .containsExactly(" was not run at 200×300: it does not fit into memory.");
  }

  /** A method that large pictures are too much for. */
  private static final class Hungry implements FusionMethod {
    private final FusionMethod average = FusionMethods.named("average");

    @Override
    public MethodCard card() {
      return average.card();
    }

    @Override
    public Image fuse(Bracket bracket) {
      if (bracket.height() > 100) {
        throw new OutOfMemoryError("Java heap space");
      }
      return average.fuse(bracket);
    }
  }

  @Test
  void effort_severalFusions_areOrdered() {
    Effort effort = Effort.of(FusionMethods.named("average"), bracket(), 3);
    assertThat(effort.least()).isPositive();
    assertThat(effort.median()).isBetween(effort.least(), effort.most());
  }
}
