package evenlight.torch.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.bracket.Bracket;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.image.Bt601;
import evenlight.image.Image;
import evenlight.torch.loss.MefSsimLoss;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
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
  void fuse_allPairs_keepsFarMoreStructureThanTheAverage() throws IOException {
    double ofFused = 0;
    double ofAverage = 0;
    for (Path scene : scenes()) {
      Bracket bracket = bracket(scene);
      ofFused += mefSsim(bracket, Bt601.luma(LCNDR.fuse(bracket)));
      ofAverage += mefSsim(bracket, averageLuma(bracket));
    }
    int count = scenes().size();
    assertThat(ofAverage / count).isCloseTo(0.936, offset(0.002));
    assertThat(ofFused / count).isGreaterThan(0.97);
  }

  private static double mefSsim(Bracket bracket, float[] luma) {
    int height = bracket.height();
    int width = bracket.width();
    try (TensorScope scope = new TensorScope()) {
      Tensor over = Tensors.ofPlanes(height, width, Bt601.luma(bracket.brightest().image()));
      Tensor under = Tensors.ofPlanes(height, width, Bt601.luma(bracket.darkest().image()));
      Tensor fused = Tensors.ofPlanes(height, width, luma);
      MefSsimLoss loss = new MefSsimLoss(new MefSsimLoss.Config(0, 0));
      return 1 - loss.forward(over, under, over, fused).item_double();
    }
  }

  private static float[] averageLuma(Bracket bracket) {
    float[] luma = Bt601.luma(bracket.darkest().image());
    float[] bright = Bt601.luma(bracket.brightest().image());
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (luma[i] + bright[i]) / 2;
    }
    return luma;
  }

  private static Bracket bracket(Path scene) throws IOException {
    try (Stream<Path> children = Files.list(scene)) {
      return Bracket.read(children.sorted().toArray(Path[]::new));
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
