package evenlight.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.evaluation.report.Grid.Cell;
import evenlight.experiment.EfficiencyLine.Point;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EfficiencyLineTest {
  private static final PictureSize SMALL = new PictureSize(20, 30);
  private static final PictureSize MIDDLE = new PictureSize(200, 300);
  private static final PictureSize LARGE = new PictureSize(400, 600);

  private final List<String> measured = new ArrayList<>();

  /** So many seconds a pixel. */
  private EfficiencyLine line(double secondsOfAPixel) {
    return new EfficiencyLine(
        (size, warmUp) -> {
          measured.add(size + " after " + warmUp);
          double seconds = secondsOfAPixel * size.pixels();
          return new Effort(List.of(2 * seconds, seconds, seconds / 2), 3 << 20, "");
        });
  }

  private static List<String> texts(List<Cell> cells) {
    return cells.stream().map(Cell::text).toList();
  }

  @Test
  void growth_timeAsTheSquareOfPixels_isTwo() {
    List<Point> points =
        List.of(
            new Point(new PictureSize(1, 10), 3),
            new Point(new PictureSize(2, 10), 12),
            new Point(new PictureSize(8, 10), 192));
    assertThat(EfficiencyLine.growth(points)).isCloseTo(2, within(1e-12));
  }

  @Test
  void measure_severalSizes_hasSecondsMemoryAndGrowth() throws Exception {
    EfficiencyLine line = line(1e-3);
    assertThat(texts(line.measure(SMALL))).containsExactly("0.60 (0.30 to 1.20)", "3");
    assertThat(line.growth().text()).isEqualTo("–");
    line.measure(MIDDLE);
    assertThat(line.growth().text()).isEqualTo("1.00");
    assertThat(line.obstacles()).isEmpty();
  }

  @Test
  void growth_sizesAlike_isNone() throws Exception {
    EfficiencyLine line = line(1e-3);
    line.measure(SMALL);
    line.measure(new PictureSize(SMALL.height(), SMALL.width() + 1));
    assertThat(line.growth().text()).isEqualTo("–");
  }

  @Test
  void measure_largeSize_warmsUpAtTheSmallest() throws Exception {
    EfficiencyLine line = line(4e-5);
    line.measure(SMALL);
    line.measure(MIDDLE);
    line.measure(LARGE);
    assertThat(measured)
        .containsExactly("20×30 after 20×30", "200×300 after 200×300", "400×600 after 20×30");
  }

  @Test
  void measure_sizeThatWouldTakeTooLong_isNotTried() throws Exception {
    EfficiencyLine line = line(1e-2);
    line.measure(SMALL);
    assertThat(texts(line.measure(MIDDLE))).containsExactly("–", "–");
    assertThat(measured).hasSize(1);
    assertThat(line.obstacles())
        .containsExactly(" was not run at 200×300: it would take about 600 s.");
  }

  @Test
  void measure_methodThatFails_saysWhyAndStops() throws Exception {
    EfficiencyLine line =
        new EfficiencyLine(
            (size, warmUp) -> {
              measured.add(size.toString());
              return Effort.prevented("the system ended it");
            });
    assertThat(texts(line.measure(MIDDLE))).containsExactly("–", "–");
    assertThat(texts(line.measure(LARGE))).containsExactly("–", "–");
    assertThat(measured).containsExactly("200×300");
    assertThat(line.obstacles()).containsExactly(" was not run at 200×300: the system ended it.");
  }

  @Test
  void measure_oneFusionAndNoMemory_saysSo() throws IOException, InterruptedException {
    EfficiencyLine line = new EfficiencyLine((size, warmUp) -> new Effort(List.of(31.0), 0, ""));
    assertThat(texts(line.measure(SMALL))).containsExactly("31.00 (once)", "–");
  }
}
