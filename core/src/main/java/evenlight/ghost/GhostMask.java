package evenlight.ghost;

import evenlight.image.Image8;
import evenlight.image.io.AtomicFile;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;

/** Where any exposure of a bracket was replaced, from 0 to 1, at the bracket's size. */
public final class GhostMask {
  private final int height;
  private final int width;
  private final SmoothPlane plane;

  GhostMask(int height, int width, SmoothPlane plane) {
    this.height = height;
    this.width = width;
    this.plane = plane;
  }

  /** A grey picture of the bracket's size: white is replaced, black is as it was. */
  public Image8 picture() {
    byte[] samples = new byte[height * width];
    float[] row = new float[width];
    for (int y = 0; y < height; y++) {
      plane.row(y, row);
      for (int x = 0; x < width; x++) {
        samples[y * width + x] = (byte) (row[x] * Image8.WHITE + 0.5f);
      }
    }
    return Image8.of(height, width, samples);
  }

  /**
   * Writes the picture as a grey PNG file, replacing one that is there.
   *
   * @throws IOException if it cannot be written; the message names the file
   */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, out -> out.write(Photos.png(picture())));
  }
}
