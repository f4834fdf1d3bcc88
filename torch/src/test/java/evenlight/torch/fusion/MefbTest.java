package evenlight.torch.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.metric.Comparison;
import evenlight.metric.MefSsim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

  @Test
  void fuse_allPairs_keepsMoreStructureThanExposureFusion() throws IOException {
    FusionMethod mertens = FusionMethods.named("mertens");
    double sum = 0;
    int better = 0;
    for (Path scene : scenes()) {
      Bracket bracket = bracket(scene);
      double ofFused = mefSsim(bracket, LCNDR);
      sum += ofFused;
      better += ofFused > mefSsim(bracket, mertens) ? 1 : 0;
    }
    assertThat(sum / scenes().size()).isGreaterThanOrEqualTo(0.981);
    assertThat(better).isGreaterThanOrEqualTo(28);
  }

  private static double mefSsim(Bracket bracket, FusionMethod method) {
    List<Image8> sources =
        bracket.exposures().stream().map(Exposure::image).map(Image8::of).toList();
    Image8 fused = Image8.of(method.fuse(bracket));
    return MefSsim.MULTI_SCALE
        .score(new Comparison(sources, fused, Optional.empty()))
        .value()
        .orElseThrow();
  }

  private static Bracket bracket(Path scene) throws IOException {
    try (Stream<Path> children = Files.list(scene)) {
      return Bracket.read(Colour.STORED, children.sorted().toArray(Path[]::new));
    }
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void fuse_pair_isBetweenItsSourcesInBrightness(Path scene) throws IOException {
    Bracket bracket = bracket(scene);
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
            bracket.darkest().meanLuminance() - 0.05, bracket.brightest().meanLuminance() + 0.05);
  }
}
