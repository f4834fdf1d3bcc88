package evenlight.torch.ablation;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small scenes on disk: one coloured texture under- and over-exposed, and as it is. */
final class StudyScenes {
  private static final int HEIGHT = 64;
  private static final int WIDTH = 72;

  private StudyScenes() {}

  static void write(Path dataset, String name, int phase) throws IOException {
    Path scene = Files.createDirectories(dataset.resolve(name));
    picture(scene.resolve("under.png"), phase, 0.3);
    picture(scene.resolve("over.png"), phase, 2);
    picture(scene.resolve("gt.png"), phase, 1);
  }

  static void picture(Path file, int phase, double gain) throws IOException {
    float[][] planes = new float[3][HEIGHT * WIDTH];
    for (int c = 0; c < planes.length; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        int row = i / WIDTH;
        int column = i % WIDTH;
        double radiance =
            0.45
                + 0.3 * Math.sin(column / 5.0 + phase + c) * Math.cos(row / 7.0)
                + i * 37 % 23 / 200.0;
        planes[c][i] = (float) Math.min(1, gain * radiance);
      }
    }
    Photos.write(new Photo(Image.of(HEIGHT, WIDTH, planes), 8), file);
  }
}
