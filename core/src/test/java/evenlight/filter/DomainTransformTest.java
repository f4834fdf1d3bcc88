package evenlight.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DomainTransformTest {
  private static final Strips ONE = new Strips(1);
  private static final DomainTransform.Options OPTIONS = new DomainTransform.Options(100, 4, 3);

  @Test
  void apply_constantPlane_isKept() {
    float[] plane = new float[70 * 90];
    Arrays.fill(plane, 0.3f);
    new DomainTransform(noise(70, 90), 255, OPTIONS, ONE).apply(plane);
    assertThat(plane).containsOnly(0.3f);
  }

  /** One iteration with σ = σ_s = √2 / ln 2 on a flat picture: a = D-th power of ½, D = 1. */
  @Test
  void apply_impulseOnAFlatRow_decaysByHalves() {
    DomainTransform.Options options = new DomainTransform.Options(Math.sqrt(2) / Math.log(2), 1, 1);
    float[] plane = {0, 1, 0};
    new DomainTransform(Image.of(1, 3, new float[3]), 255, options, ONE).apply(plane);
    // Left to right: 0, ½, ¼. Right to left: ¼; ½ - ⅛; half of that.
    assertThat(plane).containsExactly(0.1875f, 0.375f, 0.25f);
  }

  @Test
  void apply_columns_isLikeRows() {
    Image row = noise(1, 50);
    Image column = Image.of(50, 1, row.plane(0), row.plane(1), row.plane(2));
    float[] across = impulse(50);
    float[] down = impulse(50);
    new DomainTransform(row, 255, OPTIONS, ONE).apply(across);
    new DomainTransform(column, 255, OPTIONS, ONE).apply(down);
    assertThat(down).containsExactly(across, within(1e-6f));
  }

  /** From black to white, with σ_r small, next to nothing comes through. */
  @Test
  void apply_edge_isKept() {
    float[] guide = {0, 0, 0, 1, 1, 1};
    float[] plane = {0, 0, 0, 1, 1, 1};
    DomainTransform.Options options = new DomainTransform.Options(100, 0.05, 3);
    new DomainTransform(Image.of(1, 6, guide), 255, options, ONE).apply(plane);
    assertThat(plane).containsExactly(new float[] {0, 0, 0, 1, 1, 1}, within(1e-6f));
  }

  @Test
  void apply_anyThreads_hasTheSameBits() {
    Image guide = noise(150, 170);
    float[] one = impulse(150 * 170);
    float[] two = one.clone();
    new DomainTransform(guide, 255, OPTIONS, ONE).apply(one);
    new DomainTransform(guide, 255, OPTIONS, new Strips(2)).apply(two);
    assertThat(two).isEqualTo(one);
  }

  @Test
  void options_outOfRange_areRefused() {
    assertThatThrownBy(() -> new DomainTransform.Options(0, 1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the sigmas must be positive and the iterations 1 or more, but are 0.0, 1.0 and 3");
  }

  private static float[] impulse(int length) {
    float[] plane = new float[length];
    plane[length / 2] = 1;
    return plane;
  }

  private static Image noise(int height, int width) {
    Random random = new Random(9);
    float[][] planes = new float[3][height * width];
    for (float[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = random.nextInt(256) / 255f;
      }
    }
    return Image.of(height, width, planes);
  }
}
