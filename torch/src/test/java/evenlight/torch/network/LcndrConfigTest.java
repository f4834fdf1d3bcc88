package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LcndrConfigTest {
  @Test
  void create_widthNotMultipleOfFour_saysWhatIsAllowed() {
    assertThatThrownBy(() -> with(18, 3, 32))
        .hasMessage("width of an LCNDR network must be 4 to 256 by 4, but is 18");
  }

  @Test
  void create_fourCoordinateBlocks_isRefused() {
    assertThatThrownBy(() -> with(16, 4, 32))
        .hasMessage("coordinateBlocks of an LCNDR network must be 1 to 3, but is 4");
  }

  @Test
  void create_tinyGrid_isRefused() {
    assertThatThrownBy(() -> with(16, 3, 2))
        .hasMessage("attentionGrid of an LCNDR network must be 0, or 4 and more, but is 2");
  }

  private static LcndrConfig with(int width, int blocks, int grid) {
    return LcndrVariants.of(LcndrConfig.paper(), width, blocks, grid);
  }
}
