package evenlight.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import org.junit.jupiter.api.Test;

class SobelRowTest {
  private static final Image8 PICTURE =
      Image8.of(3, 3, new byte[] {1, 2, 3, 4, 6, 8, 7, 10, (byte) 255});

  @Test
  void of_middle_isTheGradientByHand() {
    SobelRow row = SobelRow.of(PICTURE, 0, 1);
    // Across (3 + 2·8 + 255) - (1 + 2·4 + 7), up (1 + 2·2 + 3) - (7 + 2·10 + 255).
    assertThat(row.strength(1)).isCloseTo(Math.hypot(258, 274), within(1e-12));
    assertThat(row.orientation(1)).isCloseTo(Math.atan(-274.0 / 258), within(1e-15));
  }

  @Test
  void of_corner_hasZerosOutside() {
    SobelRow row = SobelRow.of(PICTURE, 0, 0);
    // Across 2·2 + 6, up -(2·4 + 6).
    assertThat(row.strength(0)).isCloseTo(Math.hypot(10, 14), within(1e-12));
    assertThat(row.width()).isEqualTo(3);
  }

  @Test
  void of_flatInside_isZeroAndUpright() {
    Image8 flat = Image8.of(3, 3, new byte[] {9, 9, 9, 9, 9, 9, 9, 9, 9});
    SobelRow row = SobelRow.of(flat, 0, 1);
    assertThat(row.strength(1)).isZero();
    assertThat(row.orientation(1)).isEqualTo(Math.PI / 2);
  }
}
