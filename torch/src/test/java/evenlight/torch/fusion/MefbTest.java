package evenlight.torch.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.bracket.Bracket;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of the MEFB benchmark that lies beside the project fuses to a usable picture. */
@Tag("shared")
class MefbTest {
  private static final FusionMethod LCNDR = FusionMethods.named("lcndr");

  static List<Path> scenes() throws IOException {
    Path mefb = Path.of(System.getProperty("evenlight.shared", "../shared"), "data", "mefb");
    try (Stream<Path> scenes = Files.list(mefb)) {
      return scenes.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void fuse_pair_isBetweenItsSourcesInBrightness(Path scene) throws IOException {
    Path[] files;
    try (Stream<Path> children = Files.list(scene)) {
      files = children.sorted().toArray(Path[]::new);
    }
    Bracket bracket = Bracket.read(files);
    Image fused = LCNDR.fuse(bracket);
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (float sample : fused.plane(c)) {
        assertThat(sample).isBetween(0f, 1f);
        sum += sample;
      }
    }
    assertThat(sum / 3 / fused.pixels())
        .isBetween(
            bracket.darkest().meanLuminance() - 0.05,
            bracket.brightest().meanLuminance() + 0.05);
  }
}
