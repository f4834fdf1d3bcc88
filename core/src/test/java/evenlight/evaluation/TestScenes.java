package evenlight.evaluation;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Small scenes on disk: one texture in several exposures. */
final class TestScenes {
  static final int SIDE = 48;

  private TestScenes() {}

  /** A scene with under, over and gt. */
  static Scene pair(Path folder, String name, int seed) throws IOException {
    Path scene = Files.createDirectories(folder.resolve(name));
    Path under = texture(scene.resolve("under.png"), seed, 0.4f, SIDE);
    Path over = texture(scene.resolve("over.png"), seed, 1.6f, SIDE);
    Path truth = texture(scene.resolve("gt.png"), seed, 1, SIDE);
    return new Scene(
        name, List.of(under, over), under, over, Optional.of(truth), Split.TRAIN, true);
  }

  /** A scene of frames with these gains, none of them named as the pair. */
  static Scene bracket(Path folder, String name, float... gains) throws IOException {
    Path scene = Files.createDirectories(folder.resolve(name));
    Path[] frames = new Path[gains.length];
    for (int i = 0; i < gains.length; i++) {
      frames[i] = texture(scene.resolve("e" + (i + 1) + ".png"), 1, gains[i], SIDE);
    }
    return Scene.of(name, List.of(frames), Split.TRAIN);
  }

  /** Grey noise times a gain, clipped. */
  static Path texture(Path file, int seed, float gain, int height) throws IOException {
    Random random = new Random(seed);
    float[] plane = new float[height * SIDE];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = Math.min(gain * (0.2f + 0.5f * random.nextFloat()), 1);
    }
    Photos.write(new Photo(Image.of(height, SIDE, plane, plane, plane), 8), file);
    return file;
  }
}
