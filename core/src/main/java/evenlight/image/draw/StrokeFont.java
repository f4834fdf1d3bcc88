package evenlight.image.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Letters as strokes of a round pen, which can be drawn at any size without fonts of the system.
 *
 * <p>Units: capitals are {@link #CAPITAL} high, the baseline lies at y = 6, descenders reach 8. A
 * character that is not known is drawn as a question mark.
 */
public final class StrokeFont {
  /** Height of capitals. */
  public static final double CAPITAL = 6;

  /** How far letters reach below the baseline. */
  public static final double DESCENDER = 2;

  /** Radius of the pen. */
  public static final double PEN = 0.42;

  private static final double SPACING = 2;
  private static final double SPACE = 1.5;
  private static final int SMOOTHING = 3;

  /**
   * A character, then its strokes between bars, each as points of one digit for x and one for y; a
   * tilde marks the control points of a curve.
   */
  private static final String STROKES =
      """
      A 06 20 46|14 34
      B 00 06|~00 20 40 43 23 03|~03 23 43 46 26 06
      C ~41 40 20 00 03 06 26 46 45
      D 00 06|~00 20 40 43 46 26 06
      E 40 00 06 46|03 33
      F 40 00 06|03 33
      G ~41 40 20 00 03 06 26 46 43|43 23
      H 00 06|40 46|03 43
      I 00 06
      J ~30 33 36 16 06 04
      K 00 06|40 03 46
      L 00 06 36
      M 06 00 24 40 46
      N 06 00 46 40
      O ~20 40 43 46 26 06 03 00 20
      P 00 06|~00 20 40 43 23 03
      Q ~20 40 43 46 26 06 03 00 20|24 46
      R 00 06|~00 20 40 43 23 03|23 46
      S ~41 40 20 00 03 23 43 46 26 06 05
      T 00 40|20 26
      U ~00 03 06 26 46 43 40
      V 00 26 40
      W 00 16 31 56 60
      X 00 46|40 06
      Y 00 23 40|23 26
      Z 00 40 06 46
      a 42 46|~44 42 22 02 04 06 26 46 44
      b 00 06|~04 02 22 42 44 46 26 06 04
      c ~43 42 22 02 04 06 26 46 45
      d 40 46|~44 42 22 02 04 06 26 46 44
      e 04 44|~44 42 22 02 04 06 26 46 45
      f ~30 10 13 16|02 32
      g ~44 42 22 02 04 06 26 46 44|~42 45 48 28 08
      h 00 06|~04 02 22 42 44 46
      i 02 06|00 00
      j ~12 15 18 08|10 10
      k 00 06|32 04 36
      l 00 06
      m 02 06|~04 02 12 32 34 36|~34 32 42 62 64 66
      n 02 06|~04 02 22 42 44 46
      o ~22 42 44 46 26 06 04 02 22
      p 02 08|~04 02 22 42 44 46 26 06 04
      q 42 48|~44 42 22 02 04 06 26 46 44
      r 02 06|~04 02 12 32
      s ~33 32 12 02 04 14 34 36 16 06 05
      t ~10 14 16 36|02 32
      u ~02 04 06 26 46 44|42 46
      v 02 26 42
      w 02 16 33 56 62
      x 02 36|32 06
      y 02 26|42 18
      z 02 32 06 36
      0 ~20 40 43 46 26 06 03 00 20
      1 01 20 26
      2 ~01 00 20 40 42 24 06|06 46
      3 ~01 00 20 40 43 13|~13 43 46 26 06 05
      4 36 30 04 44
      5 40 00 03|~03 23 43 46 26 06 05
      6 ~30 00 02 04|~04 02 22 42 44 46 26 06 04
      7 00 40 16
      8 ~20 40 43 23 03 00 20|~23 43 46 26 06 03 23
      9 ~42 44 24 04 02 00 20 40 42|~42 44 46 16
      - 04 34
      + 04 44|22 26
      = 03 43|05 45
      . 06 06
      , 16 07
      : 03 03|06 06
      ' 00 01
      / 07 40
      _ 07 47
      ( ~10 02 05 17
      ) ~00 12 15 07
      × 03 36|33 06
      ? ~01 00 20 40 43 23 24|26 26
      """;

  private record Glyph(List<Stroke> strokes, double width) {}

  private static final Map<Character, Glyph> GLYPHS = parse();

  private StrokeFont() {}

  /** The strokes of a line of text from x = 0 on. */
  public static List<Stroke> strokes(String text) {
    List<Stroke> line = new ArrayList<>();
    double x = 0;
    for (int i = 0; i < text.length(); i++) {
      Glyph glyph = glyph(text.charAt(i));
      for (Stroke part : glyph.strokes()) {
        line.add(new Stroke(part.x0() + x, part.y0(), part.x1() + x, part.y1()));
      }
      x += glyph.width() + SPACING;
    }
    return line;
  }

  /** The width of a line of text. */
  public static double width(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += glyph(text.charAt(i)).width() + SPACING;
    }
    return Math.max(width - SPACING, 0);
  }

  private static Glyph glyph(char character) {
    Glyph known = GLYPHS.get(character);
    return known == null ? GLYPHS.getOrDefault('?', new Glyph(List.of(), SPACE)) : known;
  }

  private static Map<Character, Glyph> parse() {
    Map<Character, Glyph> glyphs = new HashMap<>();
    glyphs.put(' ', new Glyph(List.of(), SPACE));
    STROKES
        .lines()
        .forEach(
            line -> {
              List<Stroke> strokes = new ArrayList<>();
              for (String stroke : line.substring(2).split("\\|", -1)) {
                addStroke(stroke, strokes);
              }
              double width =
                  strokes.stream().mapToDouble(s -> Math.max(s.x0(), s.x1())).max().orElse(0);
              glyphs.put(line.charAt(0), new Glyph(List.copyOf(strokes), width));
            });
    return glyphs;
  }

  private static void addStroke(String stroke, List<Stroke> strokes) {
    boolean curve = stroke.startsWith("~");
    List<double[]> points = new ArrayList<>();
    for (String point : stroke.substring(curve ? 1 : 0).split(" ", -1)) {
      points.add(new double[] {point.charAt(0) - '0', point.charAt(1) - '0'});
    }
    for (int i = 0; curve && i < SMOOTHING; i++) {
      points = withCutCorners(points);
    }
    for (int i = 1; i < points.size(); i++) {
      double[] from = points.get(i - 1);
      double[] to = points.get(i);
      strokes.add(new Stroke(from[0], from[1], to[0], to[1]));
    }
  }

  /** One step of Chaikin's corner cutting that keeps the ends. */
  private static List<double[]> withCutCorners(List<double[]> points) {
    List<double[]> cut = new ArrayList<>();
    cut.add(points.get(0));
    for (int i = 1; i < points.size(); i++) {
      double[] from = points.get(i - 1);
      double[] to = points.get(i);
      for (double share : new double[] {0.25, 0.75}) {
        cut.add(
            new double[] {
              from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])
            });
      }
    }
    cut.add(points.get(points.size() - 1));
    return cut;
  }
}
