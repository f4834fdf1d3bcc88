package evenlight.metric;

import java.net.URI;

/**
 * What is known of a metric before it runs: all that another tool must do alike to get the same
 * number.
 *
 * @param id lower-case words joined by hyphens, unique among the metrics
 * @param name as papers call it
 * @param against what the fused image is compared with
 * @param direction which values are good
 * @param range the values that it can take
 * @param unit of the value; empty for a pure number
 * @param formula in plain text
 * @param colour which samples it takes: grey or channels, and how grey is made
 * @param dataRange the scale of the samples, and the peak where one is used
 * @param borders what happens where a window leaves the picture
 * @param conventions this metric's options and their values, in a few words beside a number
 * @param source paper: authors, title, venue, year
 * @param link where the paper or its code is found
 * @param disagreement where published codes differ and which this one follows
 */
public record MetricCard(
    String id,
    String name,
    Against against,
    Direction direction,
    String range,
    String unit,
    String formula,
    String colour,
    String dataRange,
    String borders,
    String conventions,
    String source,
    URI link,
    String disagreement) {

  /** What the fused image is compared with. */
  public enum Against {
    /** The exposures. */
    SOURCES,
    /** The ground truth. */
    REFERENCE,
    /** Nothing: it describes the fused image alone. */
    NOTHING
  }

  /** Which values are good. */
  public enum Direction {
    /** Higher is better. */
    HIGHER,
    /** Lower is better. */
    LOWER,
    /** Nearer to zero is better. */
    ZERO
  }

  /** Checks the id. */
  public MetricCard {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "a metric's id must be lower-case words joined by hyphens, but is \"" + id + "\"");
    }
  }

  /** The id as a name in JSON and CSV: {@code mef_ssim}. */
  public String key() {
    return id.replace('-', '_');
  }
}
