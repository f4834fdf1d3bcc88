package evenlight.torch.training.report;

import evenlight.image.Image;
import evenlight.image.draw.Canvas;
import evenlight.image.draw.Ink;
import evenlight.image.draw.Scale;
import evenlight.image.draw.Stroke;
import evenlight.image.draw.StrokeFont;
import evenlight.torch.training.report.Curve.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Panels below one another, as a picture that is a function of them alone. */
final class Plot {
  private static final int WIDTH = 960;
  private static final int PANEL = 260;
  private static final int LEFT = 90;
  private static final int RIGHT = 30;
  private static final int TOP = 40;
  private static final int BOTTOM = 36;
  private static final int AREA_WIDTH = WIDTH - LEFT - RIGHT;
  private static final int AREA_HEIGHT = PANEL - TOP - BOTTOM;

  private static final double UNIT = 1.6;
  private static final double TITLE_UNIT = 2;
  private static final double GAP = 8;
  private static final double LINE_RADIUS = 0.8;
  private static final double POINT_RADIUS = 2.5;
  private static final double GRID_RADIUS = 0.5;

  /** Up to so many points each of them is marked. */
  private static final int FEW_POINTS = 60;

  private static final Ink GROUND = Ink.grey(1);
  private static final Ink GRID = Ink.grey(0.87f);
  private static final Ink TEXT = Ink.grey(0.2f);

  private final Canvas canvas;
  private final Panel panel;
  private final Scale steps;
  private final Scale values;
  private final double top;

  private Plot(Canvas canvas, Panel panel, int place) {
    this.canvas = canvas;
    this.panel = panel;
    this.steps = panel.steps();
    this.values = panel.values();
    this.top = (double) place * PANEL + TOP;
  }

  /**
   * Draws panels.
   *
   * @param panels at least one
   */
  static Image of(List<Panel> panels) {
    Canvas canvas = Canvas.of(Math.multiplyExact(PANEL, panels.size()), WIDTH, GROUND);
    for (int i = 0; i < panels.size(); i++) {
      Plot plot = new Plot(canvas, panels.get(i), i);
      plot.drawAxes();
      plot.drawTitle();
      panels.get(i).curves().forEach(plot::draw);
    }
    return canvas.image();
  }

  private void drawAxes() {
    List<Stroke> grid = new ArrayList<>();
    for (BigDecimal tick : values.ticks()) {
      double y = y(tick.doubleValue());
      grid.add(new Stroke(LEFT, y, (double) LEFT + AREA_WIDTH, y));
      String label = tick.toPlainString();
      canvas.write(label, LEFT - GAP - width(label), y - StrokeFont.CAPITAL * UNIT / 2, UNIT, TEXT);
    }
    for (BigDecimal tick : steps.ticks()) {
      double x = x(tick.doubleValue());
      grid.add(new Stroke(x, top, x, top + AREA_HEIGHT));
      String label = tick.toPlainString();
      canvas.write(label, x - width(label) / 2, top + AREA_HEIGHT + GAP, UNIT, TEXT);
    }
    canvas.draw(grid, GRID_RADIUS, GRID);
  }

  private void drawTitle() {
    double y = top - TOP / 2.0 - StrokeFont.CAPITAL * TITLE_UNIT / 2;
    canvas.write(panel.title(), LEFT, y, TITLE_UNIT, TEXT);
    double right = (double) LEFT + AREA_WIDTH;
    for (int i = panel.curves().size() - 1; i >= 0; i--) {
      Curve curve = panel.curves().get(i);
      right -= width(curve.name());
      canvas.write(curve.name(), right, y, UNIT, curve.ink());
      right -= 2 * GAP;
    }
  }

  private void draw(Curve curve) {
    List<Point> points = curve.points();
    List<Stroke> line = new ArrayList<>();
    List<Stroke> marks = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point from = points.get(Math.max(i - 1, 0));
      Point to = points.get(i);
      line.add(stroke(from, to));
      marks.add(stroke(to, to));
    }
    canvas.draw(line, LINE_RADIUS, curve.ink());
    if (points.size() <= FEW_POINTS) {
      canvas.draw(marks, POINT_RADIUS, curve.ink());
    }
  }

  private Stroke stroke(Point from, Point to) {
    return new Stroke(x(from.step()), y(from.value()), x(to.step()), y(to.value()));
  }

  /** On the middle of a pixel where the share is 0 or 1, so that lines of the grid are sharp. */
  private double x(double step) {
    return LEFT + 0.5 + steps.share(step) * AREA_WIDTH;
  }

  private double y(double value) {
    return top + 0.5 + (1 - values.share(value)) * AREA_HEIGHT;
  }

  private static double width(String text) {
    return StrokeFont.width(text) * UNIT;
  }
}
