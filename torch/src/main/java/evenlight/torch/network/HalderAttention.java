package evenlight.torch.network;

import static evenlight.torch.block.Layers.conv;
import static evenlight.torch.block.Layers.leakyRelu;

import evenlight.torch.block.Region;
import evenlight.torch.block.Resampling;
import evenlight.torch.block.Tiles;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The attention of {@link Halder}: how much of each sample of an exposure counts, from 0 to 1.
 *
 * <pre>
 * RGB → fe1, fe2, sAtt_1 → both poolings → sAtt_2 = half size
 *   → sAtt_L1 → both poolings → sAtt_L2, sAtt_L3 = quarter size → enlarged
 *   → sAtt_3(half size) + that → sAtt_4 → enlarged → sAtt_5 → sigmoid
 * </pre>
 *
 * <p>Poolings, the greatest and the mean of 3×3, halve the size and are joined; the mean counts
 * zeros beyond the border. All layers but the last have a leaky ReLU with slope 0.1.
 *
 * <p>A large picture goes through twice: for the quarter size of all of it, which is small, and
 * then tile by tile. Tiles begin at multiples of four, so that pooling meets the same pixels.
 */
final class HalderAttention extends Module {
  private static final long STEP = 4;
  private static final long HALO = 16;
  private static final long FEATURES = 64;
  private static final double SLOPE = 0.1;

  private final Conv2dImpl fe1;
  private final Conv2dImpl fe2;
  private final Conv2dImpl att1;
  private final Conv2dImpl att2;
  private final Conv2dImpl att3;
  private final Conv2dImpl att4;
  private final Conv2dImpl att5;
  private final Conv2dImpl level1;
  private final Conv2dImpl level2;
  private final Conv2dImpl level3;

  HalderAttention() {
    fe1 = register_module("fe1", conv(3, FEATURES, 3));
    fe2 = register_module("fe2", conv(FEATURES, FEATURES, 3));
    att1 = register_module("sAtt_1", conv(FEATURES, FEATURES, 1));
    att2 = register_module("sAtt_2", conv(2 * FEATURES, FEATURES, 1));
    att3 = register_module("sAtt_3", conv(FEATURES, FEATURES, 3));
    att4 = register_module("sAtt_4", conv(FEATURES, FEATURES, 1));
    att5 = register_module("sAtt_5", conv(FEATURES, 3, 3));
    level1 = register_module("sAtt_L1", conv(FEATURES, FEATURES, 1));
    level2 = register_module("sAtt_L2", conv(2 * FEATURES, FEATURES, 3));
    level3 = register_module("sAtt_L3", conv(FEATURES, FEATURES, 3));
  }

  /** The side of a tile that holds a whole picture. */
  static long wholeSide(Tensor picture) {
    long longest = Math.max(picture.size(2), picture.size(3));
    return (longest + STEP - 1) / STEP * STEP;
  }

  /** From RGB B,3,H,W in [0,1] to as many weights; a tile's side is a multiple of 4. */
  Tensor forward(Tensor exposure, long side) {
    if (side % STEP != 0) {
      throw new IllegalArgumentException(
          "the side of a tile must be a multiple of %d, but is %d".formatted(STEP, side));
    }
    Tensor deep = TensorScope.keepingResult(() -> deep(exposure, side)); // B,64,H/4,W/4
    return new Tiles(exposure, side, HALO)
        .map(exposure, 3, around -> weights(exposure, deep, around));
  }

  private Tensor deep(Tensor exposure, long side) {
    long height = half(half(exposure.size(2)));
    long width = half(half(exposure.size(3)));
    Tensor grid = exposure.new_empty(exposure.size(0), 1, height, width);
    return new Tiles(grid, side / STEP, 0)
        .map(
            exposure,
            FEATURES,
            place -> {
              Region around = enlarged(place, exposure);
              Tensor features = deepFeatures(around.of(exposure));
              return quarter(place, around).of(features);
            });
  }

  /** The pixels that stand behind a part at quarter size, with their surroundings. */
  private static Region enlarged(Region place, Tensor exposure) {
    Region all =
        new Region(
            STEP * place.top(),
            STEP * place.left(),
            Math.min(STEP * place.height(), exposure.size(2) - STEP * place.top()),
            Math.min(STEP * place.width(), exposure.size(3) - STEP * place.left()));
    return all.with(HALO, exposure.size(2), exposure.size(3));
  }

  private static Region quarter(Region place, Region around) {
    return new Region(
        place.top() - around.top() / STEP,
        place.left() - around.left() / STEP,
        place.height(),
        place.width());
  }

  private Tensor deepFeatures(Tensor part) {
    Tensor half = halfFeatures(part);
    return TensorScope.keepingResult(
        () -> {
          Tensor pooled = pooled(active(level1.forward(half))); // B,128,h/4,w/4
          return active(level3.forward(active(level2.forward(pooled)))); // B,64,h/4,w/4
        });
  }

  private Tensor halfFeatures(Tensor part) {
    Tensor features =
        TensorScope.keepingResult(() -> active(fe2.forward(active(fe1.forward(part)))));
    return TensorScope.keepingResult(
        () -> active(att2.forward(pooled(active(att1.forward(features)))))); // B,64,h/2,w/2
  }

  private Tensor weights(Tensor exposure, Tensor deep, Region around) {
    Region halved =
        new Region(
            around.top() / 2, around.left() / 2, half(around.height()), half(around.width()));
    long height = half(exposure.size(2));
    long width = half(exposure.size(3));
    Tensor half = halfFeatures(around.of(exposure));
    Tensor merged =
        TensorScope.keepingResult(
            () -> {
              Tensor enlarged =
                  Resampling.apply(
                      Resampling.bilinear(deep.size(2), height, halved.top(), halved.height()),
                      deep,
                      Resampling.bilinear(deep.size(3), width, halved.left(), halved.width()));
              return active(att4.forward(active(att3.forward(half)).add(enlarged)));
            });
    Tensor rows = Resampling.bilinear(height, exposure.size(2), around.top(), around.height());
    Tensor columns = Resampling.bilinear(width, exposure.size(3), around.left(), around.width());
    Tensor full =
        Resampling.apply(
            rows.narrow(1, halved.top(), halved.height()),
            merged,
            columns.narrow(1, halved.left(), halved.width()));
    return att5.forward(full).sigmoid(); // B,3,h,w
  }

  private static long half(long extent) {
    return (extent + 1) / 2;
  }

  private static Tensor active(Tensor x) {
    return leakyRelu(x, SLOPE);
  }

  private static Tensor pooled(Tensor x) {
    long[] window = {3, 3};
    long[] stride = {2, 2};
    long[] margin = {1, 1};
    Tensor greatest = torch.max_pool2d(x, window, stride, margin, new long[] {1, 1}, false);
    Tensor mean = torch.avg_pool2d(x, window, stride, margin, false, true, new LongOptional());
    return Tensors.join(1, greatest, mean);
  }
}
