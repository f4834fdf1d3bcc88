package evenlight.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ToneMapTest {
  @Test
  void filter_constantPlane_isUnchanged() {
    float[] plane = new float[20 * 30];
    Arrays.fill(plane, -3.5f);
    assertThat(new SelfGuidedFilter(20, 30, 4, 0.5).apply(plane))
        .containsExactly(plane, within(1e-5f));
  }

  @Test
  void filter_largeStep_staysWhereItIs() {
    float[] plane = new float[20 * 30];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = i % 30 < 15 ? 0 : 8;
    }
    assertThat(new SelfGuidedFilter(20, 30, 4, 0.5).apply(plane))
        .containsExactly(plane, within(0.2f));
  }

  @Test
  void filter_smallRipples_areSmoothed() {
    float[] plane = new float[20 * 30];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (i + i / 30) % 2 * 0.2f;
    }
    for (float value : new SelfGuidedFilter(20, 30, 4, 0.5).apply(plane)) {
      assertThat(value).isCloseTo(0.1f, within(0.01f));
    }
  }

  @Test
  void apply_greyRadiance_staysGreyAndInOrder() {
    RadianceMap scene = new RadianceMap(64, 64);
    for (int i = 0; i < scene.pixels(); i++) {
      scene.set(i, Vec.grey(i % 64 < 32 ? 0.005 : 12));
    }
    Image image = ToneMap.apply(scene);
    assertThat(image.plane(0)).isEqualTo(image.plane(1)).isEqualTo(image.plane(2));
    assertThat(image.at(0, 30, 10)).isBetween(0.15f, 0.5f);
    assertThat(image.at(0, 30, 50)).isBetween(0.6f, 0.95f);
  }

  @Test
  void apply_blackPixel_isFinite() {
    assertThat(ToneMap.apply(new RadianceMap(8, 8)).plane(0)).containsOnly(0f);
  }
}
