package evenlight.torch.network;

import static evenlight.torch.block.Layers.batchNorm;
import static evenlight.torch.block.Layers.conv;
import static evenlight.torch.block.Layers.leakyRelu;
import static evenlight.torch.block.Layers.resizeLike;

import evenlight.torch.block.ChunkedAttention;
import evenlight.torch.block.Region;
import evenlight.torch.block.Resampling;
import evenlight.torch.tensor.FullPrecision;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** SAM, eq. (2) and (3): every place attends to every other. */
final class SelfAttention extends Module {
  private final int grid;
  private final Conv2dImpl conv1;
  private final BatchNorm2dImpl bn1;
  private final Conv2dImpl conv2;
  private final BatchNorm2dImpl bn2;
  private final Conv2dImpl query;
  private final BatchNorm2dImpl queryBn;
  private final Conv2dImpl key;
  private final BatchNorm2dImpl keyBn;
  private final Conv2dImpl value;
  private final BatchNorm2dImpl valueBn;

  SelfAttention(LcndrConfig config) {
    grid = config.attentionGrid();
    int c = config.width();
    conv1 = register_module("conv1", conv(c + 1L, c, 3));
    bn1 = register_module("bn1", batchNorm(c));
    conv2 = register_module("conv2", conv(c, c, 3));
    bn2 = register_module("bn2", batchNorm(c));
    query = register_module("query", conv(c, c / 4, 1));
    queryBn = register_module("query_bn", batchNorm(c / 4));
    key = register_module("key", conv(c, c / 4, 1));
    keyBn = register_module("key_bn", batchNorm(c / 4));
    value = register_module("value", conv(c, c, 1));
    valueBn = register_module("value_bn", batchNorm(c));
  }

  Tensor forward(Tensor shallow, Tensor other) {
    Tensor f0 = features(shallow, other);
    Tensor attended = attended(limited(halved(f0))).to(f0.scalar_type());
    return resizeLike(attended, f0).add(f0); // B,c,H,W
  }

  /** F0, from which all else follows. */
  private Tensor features(Tensor shallow, Tensor other) {
    return leakyRelu(bn1.forward(conv1.forward(Tensors.join(1, shallow, other)))); // B,c,H,W
  }

  private Tensor halved(Tensor f0) {
    return leakyRelu(bn2.forward(conv2.forward(torch.max_pool2d(f0, 2, 2)))); // B,c,H/2,W/2
  }

  /** What each of all positions attends to. */
  Tensor attended(Tensor positions) {
    try (FullPrecision exact = new FullPrecision(positions)) {
      Tensor g = FullPrecision.of(positions);
      return ChunkedAttention.attend(
          queryBn.forward(query.forward(g)),
          keyBn.forward(key.forward(g)),
          valueBn.forward(value.forward(g))); // B,c,h,w
    }
  }

  /**
   * What a part of the picture adds to the positions that attention works on.
   *
   * @param core the part that counts, within the tensors; in even numbers
   * @param place where that part lies in the picture
   * @return B,c,h,w; those of all parts are to be added up
   */
  Tensor positions(Tensor shallow, Tensor other, Region core, Region place, Region picture) {
    Tensor g = core.halved().of(halved(features(shallow, other)));
    Region half = place.halved();
    try (FullPrecision exact = new FullPrecision(g)) {
      return Resampling.apply(
          Resampling.means(
              picture.height() / 2, limited(picture.height() / 2), half.top(), half.height()),
          FullPrecision.of(g),
          Resampling.means(
              picture.width() / 2, limited(picture.width() / 2), half.left(), half.width()));
    }
  }

  /** Positions in a row, B,c,n, in their places, B,c,h,w. */
  Tensor grid(Tensor positions, Region picture) {
    long height = limited(picture.height() / 2);
    long width = limited(picture.width() / 2);
    return positions.view(positions.size(0), positions.size(1), height, width);
  }

  /**
   * A part of the picture, with what the whole attends to.
   *
   * @param attended by {@link #attended}
   * @param place where the part lies in the picture
   */
  Tensor forward(Tensor shallow, Tensor other, Tensor attended, Region place, Region picture) {
    Tensor enlarged =
        Resampling.apply(
            Resampling.bilinear(attended.size(2), picture.height(), place.top(), place.height()),
            attended,
            Resampling.bilinear(attended.size(3), picture.width(), place.left(), place.width()));
    return enlarged.add(features(shallow, other));
  }

  private Tensor limited(Tensor g) {
    long height = limited(g.size(2));
    long width = limited(g.size(3));
    return height == g.size(2) && width == g.size(3)
        ? g
        : torch.adaptive_avg_pool2d(g, height, width);
  }

  private long limited(long extent) {
    return grid == 0 ? extent : Math.min(extent, grid);
  }
}
