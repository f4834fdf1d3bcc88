package evenlight.evaluation.report;

import evenlight.evaluation.EvaluationPictures;
import evenlight.filter.Plane;
import evenlight.image.Image8;
import evenlight.metric.Comparison;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Pictures for {@link SmallTable}: smooth colours, and one scene whose files are gone. */
final class SmallPictures implements EvaluationPictures {
  static final int HEIGHT = 80;
  static final int WIDTH = 120;

  @Override
  public List<Image8> sources(String scene) throws IOException {
    if (scene.equals("Sea")) {
      throw new IOException("gone: <sea>.png");
    }
    return List.of(picture(1), picture(2));
  }

  @Override
  public Optional<Image8> reference(String scene) {
    return Optional.of(picture(3));
  }

  @Override
  public Image8 fused(String method, String scene) {
    return picture(3 + method.length());
  }

  /** A map that is good above and bad below. */
  static Plane map(Comparison comparison) {
    int height = comparison.fused().height() - 10;
    int width = comparison.fused().width() - 10;
    double[] samples = new double[height * width];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 1 - (double) i / samples.length;
    }
    return Plane.of(height, width, samples);
  }

  private static Image8 picture(int kind) {
    byte[][] planes = new byte[3][HEIGHT * WIDTH];
    for (int c = 0; c < planes.length; c++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          double wave = Math.sin(x / (8.0 + kind) + c) + Math.cos(y / (5.0 + kind));
          planes[c][y * WIDTH + x] = (byte) (127 + 60 * wave);
        }
      }
    }
    return Image8.of(HEIGHT, WIDTH, planes);
  }
}
