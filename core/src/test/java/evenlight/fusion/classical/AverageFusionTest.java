package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AverageFusionTest {
  private static final FusionMethod AVERAGE = FusionMethods.named("average");

  @Test
  void fuse_oddSum_isRoundedDownToAnInteger() {
    Image fused = AVERAGE.fuse(bracket(8, 10, 13));
    assertThat(fused.at(0, 0, 0)).isEqualTo(11 / 255f);
  }

  @Test
  void fuse_threeExposures_isTheFloorOfTheirMean() {
    Image fused = AVERAGE.fuse(bracket(8, 0, 101, 255));
    assertThat(fused.at(2, 1, 1)).isEqualTo(118 / 255f);
  }

  @Test
  void fuse_16Bits_roundsToIntegersOf16Bits() {
    Image fused = AVERAGE.fuse(bracket(16, 1000, 1003));
    assertThat(fused.at(1, 0, 1)).isEqualTo(1001 / 65535f);
  }

  @Test
  void fuse_equalExposures_isThatExposure() {
    for (int level = 0; level < 256; level++) {
      Bracket bracket = bracket(8, level, level);
      assertThat(AVERAGE.fuse(bracket)).isEqualTo(bracket.darkest().image());
    }
  }

  @Test
  void create_withWeights_isRefused() {
    FusionSettings settings = FusionSettings.defaults().withWeights(Path.of("w.safetensors"));
    assertThatThrownBy(() -> FusionMethods.named("average", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the method average must run without weights, but was given w.safetensors");
  }

  private static Bracket bracket(int bitDepth, int... levels) {
    float white = (1 << bitDepth) - 1;
    return Bracket.of(
        Arrays.stream(levels)
            .mapToObj(level -> new Exposure("e" + level, grey(level / white, bitDepth)))
            .toList());
  }

  private static Photo grey(float level, int bitDepth) {
    float[] plane = {level, level, level, level};
    return new Photo(Image.of(2, 2, plane, plane, plane), bitDepth);
  }
}
