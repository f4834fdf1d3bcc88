package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiftTest {
  private static final Image IMAGE = SmallBrackets.scene(40, 33, 8).darkest().image();

  /** A slope to the right, seen in steps of 45°: Σ |cos(kπ/4)|^9 = 1 + 2 · 2^-4.5. */
  @Test
  void addOrientations_slopeToTheRight_isByHand() {
    double[] sums = new double[3];
    SiftContrast.addOrientations(new double[] {0.5, 0}, new double[] {0, 0}, sums, 1);
    assertThat(sums)
        .containsExactly(new double[] {0, 0.5 * (1 + 2 * Math.pow(2, -4.5)), 0}, within(1e-15));
  }

  @Test
  void window_always_isTheTriangleOfAnEvenLength() {
    double[] window = SiftContrast.window();
    assertThat(window).hasSize(16);
    assertThat(Arrays.copyOfRange(window, 5, 10))
        .containsExactly(0.8125, 0.9375, 0.9375, 0.8125, 0.6875);
    assertThat(window[0]).isEqualTo(0.1875);
    assertThat(window[15]).isZero();
  }

  /** Differences of the Gaussian are 0.4712 and 0.4323: 2 (2 · 0.4712 + 0.4323) / 0.9035. */
  @Test
  void gradient_ramp_isByHand() {
    float[] ramp = new float[30 * 20];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 20 / 255f;
    }
    SiftGradient gradient = new SiftGradient(Image.of(30, 20, ramp, ramp, ramp), 1);
    gradient.restart(15);
    gradient.next();
    assertThat(gradient.across()[10 + SiftGradient.REACH]).isCloseTo(-3.043 / 255, within(1e-6));
    assertThat(gradient.down()[10 + SiftGradient.REACH]).isCloseTo(0, within(1e-12));
  }

  /** The short way and the long one: 32 entries, summed up. */
  @Test
  void contrast_picture_isTheSumOfTheDescriptors() {
    SiftContrast contrasts = new SiftContrast(IMAGE, 0.5);
    SiftDescriptors descriptors = new SiftDescriptors(IMAGE, 0.5);
    contrasts.restart(0);
    descriptors.restart(0);
    double[] contrast = new double[IMAGE.width()];
    double[] sums = new double[IMAGE.width()];
    double[] entries = new double[IMAGE.width() * SiftDescriptors.ENTRIES];
    for (int y = 0; y < IMAGE.height(); y++) {
      contrasts.next(contrast);
      descriptors.next(entries, sums);
      assertThat(sums).containsExactly(contrast, within(1e-12));
    }
  }

  @Test
  void restart_anyRow_givesTheSameRow() {
    SiftContrast all = new SiftContrast(IMAGE, 0.5);
    SiftContrast some = new SiftContrast(IMAGE, 0.5);
    double[] expected = new double[IMAGE.width()];
    double[] found = new double[IMAGE.width()];
    all.restart(0);
    for (int y = 0; y <= 21; y++) {
      all.next(expected);
    }
    some.restart(21);
    some.next(found);
    assertThat(found).isEqualTo(expected);
  }

  /** 4 entries of 1 have length 2; at ½ each they are cut to 0.2, and 4 · 0.2² is 0.4². */
  @Test
  void normalise_longDescriptor_isCutAndOfLengthOne() {
    double[] entries = new double[SiftDescriptors.ENTRIES];
    Arrays.fill(entries, 0, 4, 1);
    SiftDescriptors.normalise(entries, 0);
    assertThat(Arrays.copyOf(entries, 5))
        .containsExactly(new double[] {0.5, 0.5, 0.5, 0.5, 0}, within(1e-15));
  }

  @Test
  void normalise_shortDescriptor_isKept() {
    double[] entries = new double[SiftDescriptors.ENTRIES];
    entries[3] = 0.9;
    SiftDescriptors.normalise(entries, 0);
    assertThat(entries[3]).isEqualTo(0.9);
  }

  /** Of three images, two agree: theirs is 1, and the odd one's next to 0. */
  @Test
  void consistency_oddOneOut_isNextToZero() {
    Image odd = SmallBrackets.equal(40, 33, 8).darkest().image();
    SiftConsistency rows = new SiftConsistency(List.of(IMAGE, odd, IMAGE), new double[] {1, 1, 1});
    double[][] contrasts = new double[3][33];
    double[][] consistencies = new double[3][33];
    rows.restart(0, 40);
    for (int y = 0; y < 40; y++) {
      rows.next(contrasts, consistencies);
      for (int x = 0; x < 33; x++) {
        assertThat(consistencies[0][x]).isCloseTo(1, within(1e-3));
        assertThat(consistencies[1][x]).isLessThan(1e-3);
      }
    }
  }

  @Test
  void weights_anyWeighting_sumUpToOneAtMost() {
    List<Image> images = List.of(IMAGE, SmallBrackets.scene(40, 33, 8).brightest().image());
    for (DsiftFusion.Weighting weighting : DsiftFusion.Weighting.values()) {
      DsiftFusion.Options options = new DsiftFusion.Options(DsiftFusion.Mode.STATIC, weighting);
      float[][] weights = SiftWeights.of(images, options, new Strips(1));
      for (int i = 0; i < weights[0].length; i++) {
        assertThat(weights[0][i] + weights[1][i]).isBetween(0f, 1.000001f);
      }
    }
  }
}
