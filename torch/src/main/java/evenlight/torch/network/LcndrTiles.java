package evenlight.torch.network;

import evenlight.torch.block.Region;
import evenlight.torch.network.LcndrBranch.Overview;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A picture in tiles, with which memory does not grow.
 *
 * <p>Two passes: the first gathers what coordinate attention and self-attention need of the whole
 * picture, the second makes the result, tile by tile with surroundings of {@value #HALO} pixels,
 * beyond which nothing else in the network looks. The result is that of the whole picture at once,
 * but for the order in which numbers are added up.
 *
 * <p>Height and width must be multiples of {@value Lcndr#STEP}, so that pooling meets the same
 * pixels.
 */
final class LcndrTiles {
  private static final long HALO = 24;

  private final Region picture;
  private final List<List<Region>> bands;

  /** Tiles of a picture B,1,H,W, with at most so long sides: a multiple of {@value Lcndr#STEP}. */
  LcndrTiles(Tensor model, long side) {
    picture = new Region(0, 0, model.size(2), model.size(3));
    if (picture.height() % Lcndr.STEP != 0
        || picture.width() % Lcndr.STEP != 0
        || side % Lcndr.STEP != 0) {
      throw new IllegalArgumentException(
          "a picture in tiles must have a height and width in multiples of %d, but is %d×%d in %d"
              .formatted(Lcndr.STEP, picture.height(), picture.width(), side));
    }
    bands = Region.cover(picture.height(), picture.width(), side);
  }

  /** What a branch must know of the whole picture. */
  Overview overview(LcndrBranch branch, Tensor self, Tensor other) {
    List<Tensor> rows = new ArrayList<>();
    List<Tensor> columns = new ArrayList<>();
    List<Tensor> positions = new ArrayList<>();
    for (List<Region> band : bands) {
      List<Tensor> bandRows = new ArrayList<>();
      for (int i = 0; i < band.size(); i++) {
        Region core = band.get(i);
        Tensor sums = sums(branch, self, other, core);
        long seen = core.height() + core.width();
        bandRows.add(sums.narrow(2, 0, core.height()));
        add(columns, i, sums.narrow(2, core.height(), core.width()));
        add(positions, 0, sums.narrow(2, seen, sums.size(2) - seen));
      }
      rows.add(bandRows.stream().reduce(Tensor::add).orElseThrow());
    }
    return branch.overview(joined(rows), joined(columns), joined(positions), picture);
  }

  private static void add(List<Tensor> sums, int place, Tensor summand) {
    if (place == sums.size()) {
      sums.add(summand);
    } else {
      sums.set(place, sums.get(place).add(summand));
    }
  }

  private static Tensor joined(List<Tensor> parts) {
    return Tensors.join(2, parts.toArray(Tensor[]::new));
  }

  private Tensor sums(LcndrBranch branch, Tensor self, Tensor other, Region core) {
    Region around = around(core);
    return TensorScope.keepingResult(
        () -> branch.sums(around.of(self), around.of(other), core.within(around), core, picture));
  }

  private Region around(Region core) {
    return core.with(HALO, picture.height(), picture.width());
  }

  /** Computes a part of the result from that part, with surroundings, of both exposures. */
  interface Step {
    /** B,1,h,w of both to the same. */
    Tensor fuse(Tensor over, Tensor under, Region place);
  }

  /** The result of all tiles, B,1,H,W. */
  Tensor fuse(Tensor over, Tensor under, Step step) {
    Tensor fused = over.clone();
    for (List<Region> band : bands) {
      for (Region core : band) {
        Region around = around(core);
        try (TensorScope scope = new TensorScope()) {
          Tensor tile = step.fuse(around.of(over), around.of(under), around);
          core.of(fused).copy_(core.within(around).of(tile));
        }
      }
    }
    return fused;
  }
}
