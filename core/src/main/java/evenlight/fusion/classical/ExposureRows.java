package evenlight.fusion.classical;

import evenlight.bracket.Bracket;
import evenlight.image.Image;
import java.util.List;

/** Exposures of one size that are read row by row, by several threads at once. */
interface ExposureRows {
  /** How many exposures there are. */
  int count();

  /** Planes of each. */
  int channels();

  /** Rows of each. */
  int height();

  /** Columns of each. */
  int width();

  /** One row of one channel of an exposure. */
  void row(int exposure, int channel, int y, double[] samples);

  /** The exposures of a bracket, darkest first. */
  static ExposureRows of(Bracket bracket) {
    List<Image> images = bracket.exposures().stream().map(exposure -> exposure.image()).toList();
    return new OfImages(images);
  }

  /**
   * Images of one size.
   *
   * @param images at least one
   */
  record OfImages(List<Image> images) implements ExposureRows {
    @Override
    public int count() {
      return images.size();
    }

    @Override
    public int channels() {
      return images.get(0).channels();
    }

    @Override
    public int height() {
      return images.get(0).height();
    }

    @Override
    public int width() {
      return images.get(0).width();
    }

    @Override
    public void row(int exposure, int channel, int y, double[] samples) {
      images.get(exposure).row(channel, y, samples);
    }
  }
}
