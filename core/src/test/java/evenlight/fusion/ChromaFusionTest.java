package evenlight.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Bt601;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChromaFusionTest {
  private static final float TAU = Bt601.NEUTRAL;

  @Test
  void fuse_twoExposures_isTheWeightedMeanOfEquation10() {
    // ((τ+0.1)·0.1 + (τ+0.3)·0.3) / (0.1 + 0.3) = τ + 0.25
    // ((τ-0.2)·0.2 + (τ+0.1)·0.1) / (0.2 + 0.1) = τ - 0.1
    float[] fused =
        ChromaFusion.fuse(
            List.of(new float[] {TAU + 0.1f, TAU - 0.2f}, new float[] {TAU + 0.3f, TAU + 0.1f}));
    assertThat(fused).containsExactly(new float[] {TAU + 0.25f, TAU - 0.1f}, within(1e-6f));
  }

  @Test
  void fuse_greyEverywhere_isTauExactly() {
    float[] grey = {TAU, TAU, TAU};
    assertThat(ChromaFusion.fuse(List.of(grey, grey))).containsOnly(TAU);
  }

  @Test
  void fuse_oneGreyExposure_isTheOther() {
    float[] fused = ChromaFusion.fuse(List.of(new float[] {TAU}, new float[] {0.75f}));
    assertThat(fused).containsExactly(new float[] {0.75f}, within(1e-6f));
  }

  @Test
  void fuse_anyExposures_liesBetweenThem() {
    Random random = new Random(5);
    float[][] sources = new float[3][1000];
    for (float[] source : sources) {
      for (int i = 0; i < source.length; i++) {
        source[i] = random.nextFloat();
      }
    }
    float[] fused = ChromaFusion.fuse(List.of(sources));
    for (int i = 0; i < fused.length; i++) {
      float least = Math.min(sources[0][i], Math.min(sources[1][i], sources[2][i]));
      float greatest = Math.max(sources[0][i], Math.max(sources[1][i], sources[2][i]));
      assertThat(fused[i]).isBetween(least - 1e-6f, greatest + 1e-6f);
    }
  }
}
