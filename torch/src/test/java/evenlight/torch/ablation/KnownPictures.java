package evenlight.torch.ablation;

import evenlight.evaluation.EvaluationPictures;
import evenlight.image.Image8;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Plain colours for the scenes of {@link KnownScores}; only the first has a ground truth. */
final class KnownPictures implements EvaluationPictures {
  static final int HEIGHT = 40;
  static final int WIDTH = 60;

  @Override
  public List<Image8> sources(String scene) {
    return List.of(plain(10, 10, 10), plain(200, 200, 200));
  }

  @Override
  public Optional<Image8> reference(String scene) {
    return scene.equals(KnownScores.SCENES.get(0))
        ? Optional.of(plain(100, 60, 40))
        : Optional.empty();
  }

  @Override
  public Image8 fused(String method, String scene) {
    return switch (method) {
      case "full-seed-1" -> plain(100, 60, 40);
      case "full-seed-2" -> plain(80, 80, 40);
      default -> plain(50, 50, 100);
    };
  }

  static Image8 plain(int... rgb) {
    byte[][] planes = new byte[3][HEIGHT * WIDTH];
    for (int c = 0; c < rgb.length; c++) {
      Arrays.fill(planes[c], (byte) rgb[c]);
    }
    return Image8.of(HEIGHT, WIDTH, planes);
  }
}
