package evenlight.torch.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.torch.training.plan.TargetPlan;
import evenlight.torch.training.plan.TargetPlan.Limit;
import java.util.List;
import org.junit.jupiter.api.Test;

class WantedBrightnessTest {
  private static final int SIZE = 32;

  /** Left half 0.1 and 0.3, right half 0.5 and 0.9: means 0.2 and 0.7, 0.45 over all. */
  private final Bracket bracket = bracket(halves(0.1f, 0.5f), halves(0.3f, 0.9f));

  @Test
  void of_meanAlone_isStretchedAboutItsOwnMean() {
    byte[] wanted = WantedBrightness.of(bracket, new TargetPlan(0, 1.4, Limit.CLAMP));
    assertThat(level(wanted, 0)).isEqualTo(Math.round((0.45 - 1.4 * 0.25) * 255));
    assertThat(level(wanted, SIZE - 1)).isEqualTo(Math.round((0.45 + 1.4 * 0.25) * 255));
  }

  @Test
  void of_muchContrast_isClampedOrBent() {
    byte[] clamped = WantedBrightness.of(bracket, new TargetPlan(0, 4, Limit.CLAMP));
    assertThat(level(clamped, 0)).isZero();
    assertThat(level(clamped, SIZE - 1)).isEqualTo(255);
    byte[] bent = WantedBrightness.of(bracket, new TargetPlan(0, 4, Limit.BEND));
    // 0.5 + 0.42 tanh(±1 / 0.42 - 0.05 / 0.42)
    assertThat(level(bent, 0)).isBetween(21, 25);
    assertThat(level(bent, SIZE - 1)).isBetween(230, 234);
  }

  @Test
  void of_shoulder_keepsHighlightsBelowWhiteAndCutsOffAtBlack() {
    byte[] wanted = WantedBrightness.of(bracket, new TargetPlan(0, 4, Limit.SHOULDER));
    assertThat(level(wanted, 0)).isZero();
    // 1.45 before: 0.5 + 0.42 tanh(0.95 / 0.42)
    assertThat(level(wanted, SIZE - 1)).isBetween(230, 234);
  }

  @Test
  void of_toe_keepsAShareOfShadows() {
    byte[] wanted = WantedBrightness.of(bracket, new TargetPlan(0, 4, Limit.SHOULDER_AND_TOE));
    assertThat(level(wanted, 0)).isEqualTo(Math.round(0.4f * 0.2f * 255));
    assertThat(level(wanted, SIZE - 1)).isBetween(230, 234);
  }

  @Test
  void of_mertensAlone_isTheLuminanceOfThatFusion() {
    byte[] wanted = WantedBrightness.of(bracket, new TargetPlan(1, 1, Limit.CLAMP));
    byte[] fused = Luminance.of(FusionMethods.named("mertens").fuse(bracket));
    assertThat(wanted).isEqualTo(fused);
  }

  private static int level(byte[] plane, int x) {
    return Byte.toUnsignedInt(plane[SIZE / 2 * SIZE + x]);
  }

  private static Image halves(float left, float right) {
    float[] plane = new float[SIZE * SIZE];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = i % SIZE < SIZE / 2 ? left : right;
    }
    return Image.of(SIZE, SIZE, plane, plane, plane);
  }

  private static Bracket bracket(Image dark, Image bright) {
    return Bracket.of(
        List.of(
            new Exposure("dark", new Photo(dark, 8)),
            new Exposure("bright", new Photo(bright, 8))));
  }
}
