package evenlight.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoBracketTest {
  private static final DemoBracket SMALL = DemoBracket.render(160, 240, DemoBracket.SEED);

  @Test
  void render_sameSeed_sameBits() {
    assertThat(DemoBracket.render(160, 240, DemoBracket.SEED)).isEqualTo(SMALL);
  }

  @Test
  void render_otherSeed_otherPictures() {
    DemoBracket other = DemoBracket.render(160, 240, DemoBracket.SEED + 1);
    assertThat(other.under()).isNotEqualTo(SMALL.under());
    assertThat(other.over()).isNotEqualTo(SMALL.over());
    assertThat(other.groundTruth()).isNotEqualTo(SMALL.groundTruth());
  }

  @Test
  void render_defaultSeed_knownBytes() throws NoSuchAlgorithmException {
    assertThat(sha256(DemoBracket.render(64, 96, DemoBracket.SEED)))
        .isEqualTo("e5fa9ce5a1cadba9c48896f6e6f81d6f3e82e4d2b70e311bfa77d28bd2e22879");
  }

  @Test
  void render_under_showsTheWindowAlone() {
    Image under = SMALL.under().image();
    assertThat(Region.WINDOW.mean(under)).isBetween(0.4, 0.85);
    assertThat(Region.WINDOW.share(under, value -> value == 1)).isLessThan(0.01);
    assertThat(Region.CORNER.mean(under)).isLessThan(0.02);
    assertThat(Region.ALL.mean(under)).isLessThan(0.2);
  }

  @Test
  void render_over_showsTheRoomAlone() {
    Image over = SMALL.over().image();
    assertThat(Region.WINDOW.share(over, value -> value == 1)).isGreaterThan(0.85);
    assertThat(Region.CORNER.mean(over)).isGreaterThan(0.12);
    assertThat(Region.CORNER.deviation(over)).isGreaterThan(0.08);
    assertThat(Region.ALL.mean(over)).isGreaterThan(0.4);
  }

  @Test
  void render_groundTruth_showsBoth() {
    Image truth = SMALL.groundTruth().image();
    for (Region region : List.of(Region.WINDOW, Region.CORNER)) {
      assertThat(region.mean(truth)).isBetween(0.15, 0.9);
      assertThat(region.deviation(truth)).isGreaterThan(0.08);
    }
    assertThat(Region.ALL.share(truth, value -> value == 0 || value == 1)).isLessThan(0.02);
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "65, 97", "64, 201", "131, 64"})
  void render_anySize_keepsItAndTheRange(int height, int width) {
    DemoBracket bracket = DemoBracket.render(height, width, 3);
    for (Photo photo : List.of(bracket.under(), bracket.over(), bracket.groundTruth())) {
      assertThat(photo.image().height()).isEqualTo(height);
      assertThat(photo.image().width()).isEqualTo(width);
      assertThat(photo.bitDepth()).isEqualTo(8);
      assertThat(Region.ALL.share(photo.image(), DemoBracketTest::isOfEightBits)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"63, 64", "64, 63", "0, 100", "100, -1"})
  void render_tooSmall_isRefused(int height, int width) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoBracket.render(height, width, 1))
        .withMessage(
            "a demo scene must be at least 64×64, but %d×%d was asked for (height×width)",
            height, width);
  }

  @Test
  void new_differentSizes_isRefused() {
    Photo other = new Photo(Image.of(1, 1, new float[1], new float[1], new float[1]), 8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DemoBracket(SMALL.under(), SMALL.over(), other))
        .withMessageContaining("160×240 and 1×1");
  }

  private static boolean isOfEightBits(double value) {
    return value >= 0 && value <= 1 && Math.abs(value * 255 - Math.rint(value * 255)) < 1e-4;
  }

  private static String sha256(DemoBracket bracket) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Photo photo : List.of(bracket.under(), bracket.over(), bracket.groundTruth())) {
      for (int c = 0; c < 3; c++) {
        for (float value : photo.image().plane(c)) {
          digest.update((byte) Math.round(value * 255));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
