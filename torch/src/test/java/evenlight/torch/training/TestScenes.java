package evenlight.torch.training;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import evenlight.json.JsonRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small brackets in files, and a plan small enough for them. */
public final class TestScenes {
  private static final double[] GAINS = {0.3, 0.9, 2.5};

  private TestScenes() {}

  /** Three frames of a made-up texture. */
  public static Scene of(Path folder, String name, int height, int width, Split split)
      throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    List<Path> frames = new ArrayList<>();
    for (int k = 0; k < GAINS.length; k++) {
      frames.add(home.resolve("e" + (k + 1) + ".png"));
      write(frames.get(k), height, width, GAINS[k]);
    }
    return Scene.of(name, frames, split);
  }

  /** One frame of that texture. */
  public static void write(Path file, int height, int width, double gain) throws IOException {
    float[] plane = new float[height * width];
    for (int i = 0; i < plane.length; i++) {
      int y = i / width;
      int x = i % width;
      double radiance =
          0.5 + 0.3 * Math.sin(x / 5.0) * Math.cos(y / 7.0) + (y * 13 + x * 7) % 17 / 90.0;
      plane[i] = (float) Math.min(1, gain * radiance);
    }
    Photos.write(new Photo(Image.of(height, width, plane, plane, plane), 8), file);
  }

  /** The plan {@code evenlight} in small, called {@code test}, after some replacements. */
  public static LcndrPlan plan(String... replacements) {
    String json =
        replaced(
            TrainingPlan.named("evenlight").toJson(),
            "\"name\": \"evenlight\"",
            "\"name\": \"test\"",
            "\"width\": \\d+",
            "\"width\": 4",
            "\"coordinateBlocks\": \\d",
            "\"coordinateBlocks\": 1",
            "\"attentionGrid\": \\d+",
            "\"attentionGrid\": 8",
            "\"size\": \\d+",
            "\"size\": 64",
            "\"batch\": \\d+",
            "\"batch\": 2",
            "\"learningRate\": [^,]+",
            "\"learningRate\": 0.005",
            "\"gammaJitter\": [^\n]+",
            "\"gammaJitter\": 0.0",
            "\"emaDecay\": [^,]+",
            "\"emaDecay\": 0.0",
            "\"dtype\": \"BF16\"",
            "\"dtype\": \"FP32\"");
    return JsonRecords.read(replaced(json, replacements), LcndrPlan.class);
  }

  private static String replaced(String json, String... replacements) {
    String result = json;
    for (int i = 0; i < replacements.length; i += 2) {
      String changed = result.replaceAll(replacements[i], replacements[i + 1]);
      if (changed.equals(result) && !result.contains(replacements[i + 1])) {
        throw new IllegalArgumentException("the plan must contain " + replacements[i]);
      }
      result = changed;
    }
    return result;
  }
}
