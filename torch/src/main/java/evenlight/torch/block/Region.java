package evenlight.torch.block;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A rectangle of a picture, in pixels.
 *
 * @param top its first row
 * @param left its first column
 * @param height rows
 * @param width columns
 */
public record Region(long top, long left, long height, long width) {
  /** Checks that it is not empty. */
  public Region {
    if (top < 0 || left < 0 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a region must be at least 1×1 and begin within the picture, but is %d×%d at %d, %d"
              .formatted(height, width, top, left));
    }
  }

  /** Regions of at most a side's height and width that cover a picture, row by row of regions. */
  public static List<List<Region>> cover(long height, long width, long side) {
    List<List<Region>> bands = new ArrayList<>();
    for (long top = 0; top < height; top += side) {
      List<Region> band = new ArrayList<>();
      for (long left = 0; left < width; left += side) {
        band.add(new Region(top, left, Math.min(side, height - top), Math.min(side, width - left)));
      }
      bands.add(band);
    }
    return bands;
  }

  /** This region with so many pixels around it, as far as the picture goes. */
  public Region with(long halo, long pictureHeight, long pictureWidth) {
    long newTop = Math.max(top - halo, 0);
    long newLeft = Math.max(left - halo, 0);
    long bottom = Math.min(top + height + halo, pictureHeight);
    long right = Math.min(left + width + halo, pictureWidth);
    return new Region(newTop, newLeft, bottom - newTop, right - newLeft);
  }

  /** Where this region lies in another that contains it. */
  public Region within(Region other) {
    return new Region(top - other.top, left - other.left, height, width);
  }

  /** The same region of a picture half as high and wide; its numbers must be even. */
  public Region halved() {
    return new Region(top / 2, left / 2, height / 2, width / 2);
  }

  /** The same region of a picture so many times as high and wide. */
  public Region times(long factor) {
    return new Region(factor * top, factor * left, factor * height, factor * width);
  }

  /** The samples of a tensor B,C,H,W that lie in this region; shared, not copied. */
  public Tensor of(Tensor picture) {
    return picture.narrow(2, top, height).narrow(3, left, width);
  }
}
