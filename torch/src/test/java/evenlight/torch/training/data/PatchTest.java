package evenlight.torch.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PatchTest {
  private static final Offset<Float> CLOSE = Offset.offset(1e-6f);

  /** 3×4: rows 0 51 102 153, 204 255 0 51, 102 153 204 255. */
  private final byte[] plane = plane();

  @Test
  void cut_plain_isThatPartOfThePlane() {
    assertThat(new Patch(1, 1, 1, 2, 0, 1).cut(plane, 4, 12))
        .containsExactly(new float[] {1, 0, 0.6f, 0.8f}, CLOSE);
  }

  @Test
  void cut_symmetries_flipAndTurn() {
    assertThat(new Patch(1, 1, 1, 2, 1, 1).cut(plane, 4, 12))
        .containsExactly(new float[] {0, 1, 0.8f, 0.6f}, CLOSE);
    assertThat(new Patch(1, 1, 1, 2, 2, 1).cut(plane, 4, 12))
        .containsExactly(new float[] {0.6f, 0.8f, 1, 0}, CLOSE);
    assertThat(new Patch(1, 1, 1, 2, 4, 1).cut(plane, 4, 12))
        .containsExactly(new float[] {1, 0.6f, 0, 0.8f}, CLOSE);
  }

  @Test
  void cut_reduced_averagesBlocksAfterTheGamma() {
    assertThat(new Patch(0, 0, 2, 1, 0, 1).cut(plane, 4, 12))
        .containsExactly(new float[] {0.5f}, CLOSE);
    float squares = (0 + 0.04f + 0.64f + 1) / 4;
    assertThat(new Patch(0, 0, 2, 1, 0, 2).cut(plane, 4, 12))
        .containsExactly(new float[] {squares}, CLOSE);
  }

  @Test
  void cut_severalPlanes_areCutAlike() {
    byte[] planes = new byte[24];
    for (int i = 0; i < 12; i++) {
      planes[i] = plane[i];
      planes[12 + i] = plane[11 - i];
    }
    assertThat(new Patch(1, 1, 1, 2, 1, 1).cut(planes, 4, 12))
        .containsExactly(new float[] {0, 1, 0.8f, 0.6f, 1, 0, 0.2f, 0.4f}, CLOSE);
  }

  private static byte[] plane() {
    byte[] plane = new byte[12];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) (i * 51 % 306);
    }
    return plane;
  }
}
