package evenlight.card;

import evenlight.image.io.PhotoPreview;
import java.io.IOException;

/**
 * Looks at the pictures themselves, decoded small.
 *
 * <p>The thumbnail that cameras put into EXIF would be quicker, but programs that edit a picture
 * leave the old one there.
 */
public final class PhotoLooks implements Looks {
  /** Large enough that noise and the choice of pixels do not count. */
  private static final int LONG_SIDE = 256;

  @Override
  public Look at(Shot shot) throws IOException {
    return Look.of(PhotoPreview.read(shot.file(), LONG_SIDE));
  }
}
