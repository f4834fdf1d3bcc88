package evenlight.torch.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image;
import evenlight.image.draw.Axis;
import evenlight.image.draw.LogAxis;
import evenlight.torch.training.report.MetricsRow.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlotTest {
  @Test
  void panels_rows_showWhatTheyTell() {
    List<Panel> panels = Panel.of(rows());
    assertThat(panels.stream().map(Panel::title))
        .containsExactly("loss", "mef-ssim", "psnr", "learning rate");
    assertThat(panels.get(0).curves().stream().map(Curve::name)).containsExactly("train", "val");
    assertThat(panels.get(1).curves().get(0).points())
        .containsExactly(new Curve.Point(40, 0.9), new Curve.Point(80, 0.95));
  }

  @Test
  void panels_noRows_areNone() {
    assertThat(Panel.of(List.of())).isEmpty();
  }

  @Test
  void values_lossFarApart_areLogarithmic() {
    List<Panel> panels = Panel.of(rows());
    assertThat(panels.get(0).values()).isInstanceOf(LogAxis.class);
    assertThat(panels.get(3).values()).isInstanceOf(Axis.class);
  }

  @Test
  void of_samePanels_isTheSamePicture() {
    Image plot = Plot.of(Panel.of(rows()));
    assertThat(plot).isEqualTo(Plot.of(Panel.of(rows())));
    assertThat(plot.size()).isEqualTo("1040×960");
  }

  /** With a learning rate from 0 to 1 the ends of the curve lie in the corners of its area. */
  @Test
  void of_risingCurve_runsFromLowerLeftToUpperRight() {
    Image plot =
        Plot.of(Panel.of(List.of(row(0, "learning_rate", 0.0), row(100, "learning_rate", 1.0))));
    assertThat(blueness(plot, 40 + 184, 90)).isGreaterThan(0.4f);
    assertThat(blueness(plot, 40, 90 + 840)).isGreaterThan(0.4f);
    assertThat(blueness(plot, 40 + 92, 90 + 420)).isGreaterThan(0.4f);
    assertThat(blueness(plot, 60, 120)).isZero();
    assertThat(blueness(plot, 200, 900)).isZero();
  }

  @Test
  void of_onePoint_isMarked() {
    Image plot = Plot.of(Panel.of(List.of(row(20, "loss", 0.5))));
    int blue = 0;
    for (int y = 40; y < 230; y++) {
      for (int x = 80; x < 940; x++) {
        blue += blueness(plot, y, x) > 0.4f ? 1 : 0;
      }
    }
    assertThat(blue).isBetween(12, 40);
  }

  private static float blueness(Image plot, int y, int x) {
    return plot.at(2, y, x) - plot.at(0, y, x);
  }

  private static List<MetricsRow> rows() {
    List<MetricsRow> rows = new ArrayList<>();
    for (int step = 20; step <= 80; step += 20) {
      rows.add(
          MetricsRow.of(
              step, Kind.TRAIN, Map.of("loss", 10.0 / step, "learning_rate", step / 1000.0)));
    }
    rows.add(MetricsRow.of(40, Kind.VAL, Map.of("loss", 0.05, "mef-ssim", 0.9, "psnr", 20.0)));
    rows.add(MetricsRow.of(80, Kind.VAL, Map.of("loss", 0.01, "mef-ssim", 0.95, "psnr", 21.0)));
    return rows;
  }

  private static MetricsRow row(int step, String column, double value) {
    return MetricsRow.of(step, Kind.TRAIN, Map.of(column, value));
  }
}
