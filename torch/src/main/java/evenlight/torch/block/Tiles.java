package evenlight.torch.block;

import evenlight.torch.tensor.TensorScope;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A picture in tiles with surroundings, so that a network needs memory for a tile and not for the
 * picture.
 *
 * <p>What a network makes of a tile is exact where nothing beyond the surroundings counts: the halo
 * is the sum of how far its layers reach. Surroundings end where the picture ends, so that a layer
 * sees the same border there as in the whole picture.
 */
public final class Tiles {
  private final Region picture;
  private final long halo;
  private final List<Region> cores;

  /**
   * Tiles of a picture.
   *
   * @param model a tensor B,C,H,W of its size
   * @param side the longest side of a tile without its surroundings
   * @param halo pixels of the surroundings
   */
  public Tiles(Tensor model, long side, long halo) {
    picture = new Region(0, 0, model.size(2), model.size(3));
    this.halo = halo;
    cores =
        Region.cover(picture.height(), picture.width(), side).stream()
            .flatMap(List::stream)
            .toList();
  }

  /** What is done with one tile, within a scope of its own. */
  public interface Visitor {
    /**
     * Visits a tile.
     *
     * @param around the tile with its surroundings
     * @param core the tile itself within that
     */
    void visit(Region around, Region core);
  }

  /** Visits every tile, row by row. */
  public void forEach(Visitor visitor) {
    for (Region core : cores) {
      Region around = core.with(halo, picture.height(), picture.width());
      try (TensorScope scope = new TensorScope()) {
        visitor.visit(around, core.within(around));
      }
    }
  }

  /**
   * Puts together what is made of all tiles; without gradients.
   *
   * @param model a tensor of the batch size, type and device of the result
   * @param channels of the result
   * @param step from a tile with its surroundings to B,C,h,w of the same height and width
   * @return B,C,H,W
   */
  public Tensor map(Tensor model, long channels, Function<Region, Tensor> step) {
    long[] shape = {model.size(0), channels, picture.height(), picture.width()};
    Tensor whole = torch.zeros(shape, model.options());
    forEach(
        (around, core) -> {
          Region place =
              new Region(
                  around.top() + core.top(),
                  around.left() + core.left(),
                  core.height(),
                  core.width());
          place.of(whole).copy_(core.of(step.apply(around)));
        });
    return whole;
  }
}
