package evenlight.image.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColourfulChromaTest {
  @Test
  void fuse_levels_weighsByDistanceFromGrey() {
    double[] fused = new double[3];
    ColourfulChroma.OF_LEVELS.fuse(
        List.of(new double[] {138, 128, 128}, new double[] {98, 200, 128}), fused);
    assertThat(fused).containsExactly((138 * 10 + 98 * 30) / 40.0, 200, 128);
  }

  @Test
  void fuse_greysThatCount_giveTheirMean() {
    double[] fused = new double[1];
    new ColourfulChroma(0, 1e-8).fuse(List.of(new double[] {0}, new double[] {0}), fused);
    assertThat(fused[0]).isCloseTo(0, within(1e-12));
  }
}
