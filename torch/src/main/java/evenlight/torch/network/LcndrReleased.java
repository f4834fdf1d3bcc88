package evenlight.torch.network;

import static evenlight.torch.block.Layers.batchNorm;
import static evenlight.torch.block.Layers.conv;
import static evenlight.torch.block.Layers.leakyRelu;
import static evenlight.torch.block.Layers.strided;

import evenlight.torch.block.ChunkedAttention;
import evenlight.torch.block.HoldingModule;
import evenlight.torch.block.Region;
import evenlight.torch.block.Resampling;
import evenlight.torch.block.Tiles;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.PReLUImpl;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * LCNDR as its authors released it, which is not the network of their paper (that is {@link
 * Lcndr}): https://github.com/lok-18/LCNDR, commit 37f6cb2.
 *
 * <pre>
 * exposure → conv_1 → { m1: squeeze-excite three times, two convolutions; m3: attention at 1/8 with
 *            the other exposure } → joined → conv_2 → batch norm → sigmoid → tanh = mask
 * fused = mask_over · over + (mask_under + under)
 * </pre>
 *
 * <p>Input: luminance B,1,H,W in [-1,1], H and W at least {@value #MIN_SIZE}. Output: the same
 * shape, around [-1,1]. 107,204 parameters, one of which, {@code r}, is never used. Squeeze-excite
 * and attention see the whole picture; beyond them a pixel sees {@value #REACH} pixels to each
 * side.
 *
 * <p>Queries and keys of the attention are the channels' memory cut into rows of eight numbers, not
 * the eight channels of a position: a slip of the released code that its weights depend on. There
 * images of a batch also attend to each other; here each is by itself.
 */
public final class LcndrReleased extends HoldingModule {
  /** The least height and width, at which attention has one position. */
  public static final int MIN_SIZE = 13;

  private static final long REACH = 4;
  private static final long WIDTH = 32;

  private final Conv2dImpl conv1;
  private final Extraction m1;
  private final Attention m3;
  private final Conv2dImpl conv2;
  private final BatchNorm2dImpl bn;

  /** A network with fresh parameters; make it outside any scope. */
  public LcndrReleased() {
    conv1 = register_module("conv_1", conv(1, WIDTH, 3));
    m1 = register_module("m1", new Extraction());
    m3 = register_module("m3", new Attention());
    conv2 = register_module("conv_2", conv(7 * WIDTH, 1, 3));
    bn = register_module("bn", batchNorm(1));
    hold(this, "r", new PReLUImpl());
  }

  /**
   * A network with the parameters that PyTorch draws for it after {@code manual_seed}, in
   * evaluation mode; make it outside any scope. Sets the seed of all that is drawn later.
   */
  public static LcndrReleased seeded(long seed) {
    torch.manual_seed(seed);
    LcndrReleased network = new LcndrReleased();
    network.eval();
    return network;
  }

  /** Fuses luminance B,1,H,W in [-1,1], the brighter exposure first. */
  public Tensor forward(Tensor over, Tensor under) {
    return forwardTiled(over, under, Math.max(over.size(2), over.size(3)));
  }

  /**
   * The same in memory for a tile and for what attention holds; without gradients.
   *
   * @param side the longest side of a tile
   */
  public Tensor forwardTiled(Tensor over, Tensor under, long side) {
    PairShapes.check(over, under, 1, MIN_SIZE);
    Overview ofOver = overview(over, under, side);
    Overview ofUnder = overview(under, over, side);
    return new Tiles(over, side, REACH)
        .map(
            over,
            1,
            around -> {
              Tensor overMask = TensorScope.keepingResult(() -> mask(over, ofOver, around));
              Tensor underMask = TensorScope.keepingResult(() -> mask(under, ofUnder, around));
              Tensor sum = underMask.add(around.of(under));
              return overMask.mul(around.of(over)).add(sum);
            });
  }

  /**
   * What a branch must know of the whole picture.
   *
   * @param scale of each channel, B,32
   * @param attended what each position attends to, B,32,h,w
   */
  record Overview(Tensor scale, Tensor attended) {}

  Overview overview(Tensor self, Tensor other, long side) {
    return new Overview(
        m1.scale(TensorScope.keepingResult(() -> means(self, side))),
        TensorScope.keepingResult(() -> m3.attended(positions(self, other, side))));
  }

  Tensor shallow(Tensor exposure) {
    return conv1.forward(exposure); // B,32,h,w
  }

  private Tensor means(Tensor self, long side) {
    Tensor sums = torch.zeros(new long[] {self.size(0), WIDTH}, self.options());
    new Tiles(self, side, 1)
        .forEach(
            (around, core) -> {
              Tensor counted = core.of(shallow(around.of(self)));
              sums.add_(counted.sum(new long[] {2, 3}, false, new ScalarTypeOptional()));
            });
    return Tensors.times(sums, 1.0 / (self.size(2) * self.size(3)));
  }

  /** The positions that attention works on, before it, B,32,h,w. */
  Tensor positions(Tensor self, Tensor other, long side) {
    long height = Attention.positions(self.size(2));
    long width = Attention.positions(self.size(3));
    Tensor grid = self.new_empty(self.size(0), 1, height, width);
    return new Tiles(grid, Math.max(side / Attention.STEP, 1), 0)
        .map(
            self,
            WIDTH,
            place -> {
              Region seen = Attention.seen(place);
              Region around = seen.with(1, self.size(2), self.size(3));
              Tensor shallow = seen.within(around).of(shallow(around.of(self)));
              return m3.positions(Tensors.join(1, shallow, seen.of(other)));
            });
  }

  /** The mask of a part of the picture. */
  Tensor mask(Tensor self, Overview overview, Region place) {
    Tensor joined =
        TensorScope.keepingResult(
            () -> {
              Tensor shallow = shallow(place.of(self)); // B,32,h,w
              Tensor[] scaled = m1.forward(shallow, overview.scale());
              Tensor attended =
                  Resampling.nearest(overview.attended(), place, self.size(2), self.size(3));
              return Tensors.join(1, scaled[0], scaled[0], scaled[0], scaled[1], attended);
            }); // B,224,h,w
    return bn.forward(conv2.forward(joined)).sigmoid().tanh(); // B,1,h,w
  }

  /** Squeeze-excite, and two convolutions beside it. */
  private static final class Extraction extends Module {
    private final SqueezeExcite se;
    private final Conv2dImpl conv1;
    private final Conv2dImpl conv2;

    Extraction() {
      se = register_module("se", new SqueezeExcite());
      conv1 = register_module("conv1", conv(WIDTH, 2 * WIDTH, 3));
      conv2 = register_module("conv2", conv(2 * WIDTH, 3 * WIDTH, 3));
    }

    Tensor scale(Tensor means) {
      return se.scale(means);
    }

    /** The scaled features, B,32,h,w, and those of the convolutions, B,96,h,w. */
    Tensor[] forward(Tensor shallow, Tensor scale) {
      return new Tensor[] {
        shallow.mul(scale.unsqueeze(2).unsqueeze(3)),
        leakyRelu(conv2.forward(leakyRelu(conv1.forward(shallow))))
      };
    }
  }

  /** How much of each channel remains. */
  private static final class SqueezeExcite extends HoldingModule {
    private final LinearImpl first;
    private final LinearImpl second;

    SqueezeExcite() {
      Module fc = group(this, "fc");
      first = fc.register_module("0", new LinearImpl(WIDTH, WIDTH / 2));
      second = fc.register_module("2", new LinearImpl(WIDTH / 2, WIDTH));
    }

    Tensor scale(Tensor means) {
      return second.forward(first.forward(means).relu()).sigmoid(); // B,32
    }
  }

  /** Every position at 1/8 of the size attends to every other. */
  private static final class Attention extends Module {
    /** Pixels from one position to the next. */
    static final long STEP = 8;

    private static final long KEY = 8;

    private final Conv2dImpl conv1;
    private final Conv2dImpl conv2;
    private final BatchNorm2dImpl bn;
    private final BatchNorm2dImpl bn2;
    private final Conv2dImpl value;
    private final Conv2dImpl query;
    private final Conv2dImpl key;

    Attention() {
      conv1 = register_module("conv1", strided(WIDTH + 1, 48, 3, 2, 0));
      conv2 = register_module("conv2", strided(48, WIDTH, 3, 2, 0));
      bn = register_module("bn", batchNorm(48));
      bn2 = register_module("bn2", batchNorm(WIDTH));
      value = register_module("Cv1", conv(WIDTH, WIDTH, 1));
      query = register_module("cv2", conv(WIDTH, KEY, 1));
      key = register_module("cv3", conv(WIDTH, KEY, 1));
    }

    /** How many positions there are along an extent. */
    static long positions(long extent) {
      return (extent - MIN_SIZE) / STEP + 1;
    }

    /** The pixels of which some positions are made. */
    static Region seen(Region place) {
      return new Region(
          STEP * place.top(),
          STEP * place.left(),
          STEP * (place.height() - 1) + MIN_SIZE,
          STEP * (place.width() - 1) + MIN_SIZE);
    }

    Tensor positions(Tensor x) {
      Tensor halved = torch.max_pool2d(bn.forward(conv1.forward(x)).relu(), 2, 2);
      return bn2.forward(conv2.forward(halved)).relu(); // B,32,h,w
    }

    Tensor attended(Tensor x) {
      long[] rows = {x.size(0), x.size(2) * x.size(3), KEY};
      Tensor q = query.forward(x).contiguous().view(rows); // B,N,8
      Tensor k = key.forward(x).contiguous().view(rows).transpose(1, 2); // B,8,N
      Tensor v = value.forward(x).flatten(2, 3).transpose(1, 2); // B,N,32
      return ChunkedAttention.rows(q, k, v).transpose(1, 2).reshape(x.shape()); // B,32,h,w
    }
  }
}
