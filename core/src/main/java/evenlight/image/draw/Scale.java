package evenlight.image.draw;

import java.math.BigDecimal;
import java.util.List;

/** Where values lie along a side of a plot. */
public sealed interface Scale permits Axis, LogAxis {
  /** Marked values, at least two, ascending; the first and the last are the ends. */
  List<BigDecimal> ticks();

  /** Where a value lies: 0 at the start, 1 at the end. */
  double share(double value);
}
