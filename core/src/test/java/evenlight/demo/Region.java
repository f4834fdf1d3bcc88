package evenlight.demo;

import evenlight.image.Image;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** A rectangle of a picture, in shares of its height and width. */
record Region(double top, double bottom, double left, double right) {
  /** Sky and hills between the bars of the window. */
  static final Region WINDOW = new Region(0.24, 0.5, 0.35, 0.39);

  /** The bookcase, to which no light comes straight from the window. */
  static final Region CORNER = new Region(0.26, 0.5, 0.71, 0.9);

  static final Region ALL = new Region(0, 1, 0, 1);

  double mean(Image image) {
    return average(image, value -> value);
  }

  double deviation(Image image) {
    double mean = mean(image);
    return Math.sqrt(average(image, value -> (value - mean) * (value - mean)));
  }

  /** Share of samples for which something holds. */
  double share(Image image, DoublePredicate condition) {
    return average(image, value -> condition.test(value) ? 1 : 0);
  }

  private double average(Image image, DoubleUnaryOperator function) {
    double sum = 0;
    int count = 0;
    for (int c = 0; c < image.channels(); c++) {
      for (int y = (int) (top * image.height()); y < bottom * image.height(); y++) {
        for (int x = (int) (left * image.width()); x < right * image.width(); x++) {
          sum += function.applyAsDouble(image.at(c, y, x));
          count++;
        }
      }
    }
    return sum / count;
  }
}
