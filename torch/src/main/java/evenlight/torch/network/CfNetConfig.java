package evenlight.torch.network;

import evenlight.torch.block.Layers;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.ConvTranspose2dImpl;
import org.bytedeco.pytorch.ConvTranspose2dOptions;

/**
 * The size of a {@link CfNet}.
 *
 * @param scale how many times larger than the input the result is
 * @param features channels of every block, 64 in the paper
 * @param groups how often a block goes up and down, 6 in the paper
 */
public record CfNetConfig(Scale scale, int features, int groups) {
  /**
   * Under which a file of weights tells the size of its network, as JSON; the paper's if it does
   * not.
   */
  public static final String KEY = "config";

  /** Checks that there is something to compute. */
  public CfNetConfig {
    if (features < 1 || groups < 1) {
      throw new IllegalArgumentException(
          "features and groups must be 1 or more, but are %d and %d".formatted(features, groups));
    }
  }

  /** The paper's network at a scale. */
  public static CfNetConfig paper(Scale scale) {
    return new CfNetConfig(scale, 64, 6);
  }

  /**
   * How many pixels of the input to each side a pixel of the result sees: in each of four blocks,
   * two or one a group on the way up and down; and four in what lies before and behind.
   */
  long reach() {
    return scale.perGroup * groups * 4L + 4;
  }

  /** How many times larger than the input the result is. */
  public enum Scale {
    /** Twice as high and wide. */
    TWO(2, 6, 2),
    /** Four times as high and wide. */
    FOUR(4, 8, 1);

    private static final long MARGIN = 2;

    private final long factor;
    private final long kernel;
    private final long perGroup;

    Scale(long factor, long kernel, long perGroup) {
      this.factor = factor;
      this.kernel = kernel;
      this.perGroup = perGroup;
    }

    /** 2 or 4. */
    public long factor() {
      return factor;
    }

    ConvTranspose2dImpl up(long channels) {
      LongPointer size = new LongPointer(kernel, kernel);
      ConvTranspose2dOptions options = new ConvTranspose2dOptions(channels, channels, size);
      options.stride().put(new LongPointer(factor, factor));
      options.padding().put(new LongPointer(MARGIN, MARGIN));
      return new ConvTranspose2dImpl(options);
    }

    Conv2dImpl down(long channels) {
      return Layers.strided(channels, channels, kernel, factor, MARGIN);
    }
  }
}
