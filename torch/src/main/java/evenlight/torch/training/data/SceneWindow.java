package evenlight.torch.training.data;

import evenlight.flow.FlowField;
import java.io.IOException;

/** A patch of a scene's target with what lies around it, reduced by averaging whole blocks. */
final class SceneWindow {
  private static final int CHANNELS = 3;
  private static final int TAPS = 4;
  private static final float WHITE = 255;

  private final int height;
  private final int width;

  /** Where the patch begins. */
  private final int top;

  private final int left;
  private final float[][] planes;

  private SceneWindow(int height, int width, int top, int left) {
    this.height = height;
    this.width = width;
    this.top = top;
    this.left = left;
    this.planes = new float[CHANNELS][height * width];
  }

  /**
   * A window.
   *
   * @param top the patch's first row, in reduced pixels
   * @param left its first column
   * @param margin how much of what lies around is wanted, as far as the scene has it
   */
  static SceneWindow of(TrainingScene scene, int reduction, int top, int left, int size, int margin)
      throws IOException {
    int firstRow = Math.max(top - margin, 0);
    int firstColumn = Math.max(left - margin, 0);
    int endRow = Math.min(top + size + margin, scene.height() / reduction);
    int endColumn = Math.min(left + size + margin, scene.width() / reduction);
    SceneWindow window =
        new SceneWindow(
            endRow - firstRow, endColumn - firstColumn, top - firstRow, left - firstColumn);
    byte[] target = scene.target();
    for (int c = 0; c < CHANNELS; c++) {
      int plane = c * scene.height() * scene.width();
      for (int i = 0; i < window.planes[c].length; i++) {
        int row = (firstRow + i / window.width) * reduction;
        int column = (firstColumn + i % window.width) * reduction;
        int start = plane + row * scene.width() + column;
        window.planes[c][i] = blockMean(target, start, scene.width(), reduction);
      }
    }
    return window;
  }

  private static float blockMean(byte[] samples, int start, int stride, int reduction) {
    int sum = 0;
    for (int dy = 0; dy < reduction; dy++) {
      for (int dx = 0; dx < reduction; dx++) {
        sum += samples[start + dy * stride + dx] & 0xFF;
      }
    }
    return sum / (WHITE * reduction * reduction);
  }

  /** The patch itself. */
  float[][] still(int size) {
    float[][] patch = new float[CHANNELS][size * size];
    for (int c = 0; c < CHANNELS; c++) {
      for (int y = 0; y < size; y++) {
        System.arraycopy(planes[c], (top + y) * width + left, patch[c], y * size, size);
      }
    }
    return patch;
  }

  /**
   * What the patch shows if every pixel shows what lies a step away.
   *
   * @param known takes ones where the scene has pixels there
   */
  float[][] moved(FlowField flow, byte[] known) {
    int size = flow.width();
    float[][] patch = new float[CHANNELS][size * size];
    float[] down = new float[TAPS];
    float[] across = new float[TAPS];
    for (int place = 0; place < known.length; place++) {
      int line = top + place / size;
      float row = line + flow.y(place);
      float column = left + place % size + flow.x(place);
      known[place] =
          (byte) (row >= 0 && row <= height - 1 && column >= 0 && column <= width - 1 ? 1 : 0);
      int firstRow = (int) Math.floor(row);
      int firstColumn = (int) Math.floor(column);
      weigh(row - firstRow, down);
      weigh(column - firstColumn, across);
      for (int c = 0; c < CHANNELS; c++) {
        patch[c][place] = sum(planes[c], firstRow - 1, firstColumn - 1, down, across);
      }
    }
    return patch;
  }

  private float sum(float[] plane, int row, int column, float[] down, float[] across) {
    float sum = 0;
    for (int i = 0; i < TAPS; i++) {
      int start = Math.min(Math.max(row + i, 0), height - 1) * width;
      float line = 0;
      for (int j = 0; j < TAPS; j++) {
        line += across[j] * plane[start + Math.min(Math.max(column + j, 0), width - 1)];
      }
      sum += down[i] * line;
    }
    return sum;
  }

  /** Keys' cubic weights of the four samples around a place so far behind the second. */
  private static void weigh(float t, float[] weights) {
    weights[0] = t * (-0.5f + t * (1 - 0.5f * t));
    weights[1] = 1 + t * t * (1.5f * t - 2.5f);
    weights[2] = t * (0.5f + t * (2 - 1.5f * t));
    weights[3] = t * t * (0.5f * t - 0.5f);
  }
}
