package evenlight.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticSceneTest {
  private static final RadianceMap SCENE = SyntheticScene.render(96, 144, 7);

  @Test
  void render_luminance_spansMoreThanTwelveStops() {
    double[] sorted =
        IntStream.range(0, SCENE.pixels())
            .mapToDouble(i -> SCENE.get(i).luminance())
            .sorted()
            .toArray();
    double dark = sorted[sorted.length / 100];
    double bright = sorted[sorted.length - sorted.length / 100];
    assertThat(bright / dark).isGreaterThan(4096);
  }

  @Test
  void render_everySample_isPositiveAndFinite() {
    for (int i = 0; i < SCENE.pixels(); i++) {
      for (int c = 0; c < 3; c++) {
        assertThat(SCENE.at(c, i)).isPositive().isFinite();
      }
    }
  }

  @Test
  void render_twiceTheSize_sameScene() {
    RadianceMap large = SyntheticScene.render(192, 288, 7);
    double small = IntStream.range(0, SCENE.pixels()).mapToDouble(i -> log(SCENE, i)).sum();
    double twice = IntStream.range(0, large.pixels()).mapToDouble(i -> log(large, i)).sum();
    assertThat(twice / large.pixels()).isCloseTo(small / SCENE.pixels(), within(0.1));
  }

  private static double log(RadianceMap map, int pixel) {
    return Math.log(map.get(pixel).luminance());
  }
}
