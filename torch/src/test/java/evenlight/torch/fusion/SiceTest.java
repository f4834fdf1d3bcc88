package evenlight.torch.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.bracket.Bracket;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.image.io.Photos;
import evenlight.metric.Comparison;
import evenlight.metric.MefSsim;
import evenlight.metric.Psnr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ships against the SICE scenes and their ground truth that lie beside the project. */
@Tag("shared")
class SiceTest {
  @Test
  void fuse_allScenes_isStructuredAndNearTheGroundTruth() throws IOException {
    List<Path> scenes = scenes();
    double structure = 0;
    double likeness = 0;
    for (Path scene : scenes) {
      Comparison comparison = fused(scene);
      structure += MefSsim.MULTI_SCALE.score(comparison).value().orElseThrow();
      likeness += Psnr.RGB_255.score(comparison).value().orElseThrow();
    }
    assertThat(structure / scenes.size()).isGreaterThanOrEqualTo(0.991);
    assertThat(likeness / scenes.size()).isGreaterThanOrEqualTo(21.5);
  }

  private static List<Path> scenes() throws IOException {
    Path sice = Path.of(System.getProperty("evenlight.shared", "../shared"), "data", "sice");
    try (Stream<Path> scenes = Files.list(sice)) {
      return scenes.sorted().toList();
    }
  }

  private static Comparison fused(Path scene) throws IOException {
    Bracket bracket =
        Bracket.read(Colour.STORED, scene.resolve("under.png"), scene.resolve("over.png"));
    List<Image8> sources =
        bracket.exposures().stream().map(exposure -> Image8.of(exposure.image())).toList();
    Image8 truth = Image8.of(Photos.read(scene.resolve("gt.png"), Colour.STORED).image());
    Image8 fused = Image8.of(FusionMethods.named("lcndr").fuse(bracket));
    return new Comparison(sources, fused, Optional.of(truth));
  }
}
