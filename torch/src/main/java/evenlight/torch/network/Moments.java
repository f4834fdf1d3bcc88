package evenlight.torch.network;

import evenlight.torch.block.Region;
import evenlight.torch.block.Tiles;
import evenlight.torch.tensor.Tensors;
import java.util.function.Function;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * Mean and biased variance of each channel, by which features are normalised.
 *
 * @param mean 1,C,1,1
 * @param variance 1,C,1,1
 */
record Moments(Tensor mean, Tensor variance) {
  private static final long[] ALL_BUT_CHANNELS = {0, 2, 3};

  /** Those of a batch B,C,H,W. */
  static Moments of(Tensor x) {
    return new Moments(
        x.mean(ALL_BUT_CHANNELS, true, new ScalarTypeOptional()),
        x.var(ALL_BUT_CHANNELS, false, true));
  }

  /**
   * Those of a picture in tiles, put together in double precision; without gradients.
   *
   * @param model a tensor on the device of the result
   * @param step from a tile with its surroundings to its features, 1,C,h,w
   */
  static Moments of(Tiles tiles, Tensor model, int channels, Function<Region, Tensor> step) {
    Sums sums = new Sums(channels);
    tiles.forEach(
        (around, core) -> {
          Tensor counted = core.of(step.apply(around));
          Moments part = of(counted);
          sums.add(
              core.height() * core.width(),
              Tensors.toArray(part.mean()),
              Tensors.toArray(part.variance()));
        });
    return new Moments(
        sums.tensor(sums.means).to(model.device(), model.scalar_type()),
        sums.tensor(sums.variances()).to(model.device(), model.scalar_type()));
  }

  /** Moments of parts, joined by the rule of Chan, Golub and LeVeque. */
  private static final class Sums {
    private final double[] means;
    private final double[] squares;
    private double count;

    Sums(int channels) {
      means = new double[channels];
      squares = new double[channels];
    }

    void add(long partCount, float[] partMeans, float[] partVariances) {
      double total = count + partCount;
      for (int c = 0; c < means.length; c++) {
        double difference = partMeans[c] - means[c];
        means[c] += difference * partCount / total;
        squares[c] +=
            (double) partVariances[c] * partCount
                + difference * difference * count * partCount / total;
      }
      count = total;
    }

    double[] variances() {
      double[] variances = squares.clone();
      for (int c = 0; c < variances.length; c++) {
        variances[c] /= count;
      }
      return variances;
    }

    Tensor tensor(double[] values) {
      return Tensor.create(values, 1, values.length, 1, 1);
    }
  }
}
