package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.image.Image8;
import evenlight.metric.Comparison;
import evenlight.metric.MefSsim;
import evenlight.torch.tensor.TensorScope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class MefSsimLossTest {
  @Test
  void index_synthetic_isAuthorsValue() {
    int height = 64;
    int width = 80;
    double[] a = new double[height * width];
    double[] b = new double[height * width];
    double[] f = new double[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        int first = (3 * x + 5 * y) % 256;
        int second = (7 * x * x + 2 * y + x * y) % 200 + 20;
        a[i] = first / 255.0;
        b[i] = second / 255.0;
        f[i] = Math.floorDiv(first + second, 2) / 255.0;
      }
    }
    try (TensorScope scope = new TensorScope()) {
      Tensor index =
          MefSsimLoss.index(
              Tensor.create(b, 1, 1, height, width),
              Tensor.create(a, 1, 1, height, width),
              Tensor.create(f, 1, 1, height, width));
      assertThat(index.item_double()).isCloseTo(0.8315829305, offset(1e-6));
    }
  }

  /** Noise, a flat area in both, and clipping: what photographs are made of. */
  @Test
  void index_noisyPictures_isTheMetricsValue() {
    int height = 61;
    int width = 83;
    Random random = new Random(4);
    byte[][] planes = new byte[3][height * width];
    for (int i = 0; i < height * width; i++) {
      boolean flat = i % width < 30;
      int scene = flat ? 90 : (int) (80 + 60 * Math.sin(i * 0.05)) + random.nextInt(40);
      planes[0][i] = (byte) (scene / 2);
      planes[1][i] = (byte) Math.min(scene * 2, 255);
      planes[2][i] = (byte) Math.min(scene + random.nextInt(9), 255);
    }
    Image8 under = Image8.of(height, width, planes[0]);
    Image8 over = Image8.of(height, width, planes[1]);
    Image8 fused = Image8.of(height, width, planes[2]);
    double metric =
        MefSsim.MULTI_SCALE
            .score(new Comparison(List.of(under, over), fused, Optional.empty()))
            .value()
            .orElseThrow();
    try (TensorScope scope = new TensorScope()) {
      Tensor index = MefSsimLoss.index(tensor(over), tensor(under), tensor(fused));
      assertThat(index.item_double()).isCloseTo(metric, offset(1e-6));
    }
  }

  @Test
  void forward_bleachedSky_costsWhatTheUnderExposureHolds() {
    assertThat(held(0.98, 0.6, 1)).isCloseTo(0.05 * 0.05, offset(1e-6)); // may be 0.93
    assertThat(held(0.98, 0.99, 1)).isZero(); // a lamp that is white everywhere
    assertThat(held(0.93, 0.2, 1)).isZero();
  }

  @Test
  void forward_crushedShadow_costsWhatTheOverExposureHolds() {
    assertThat(held(0.01, 0, 0.5)).isCloseTo(0.04 * 0.04, offset(1e-6)); // may be 0.05
    assertThat(held(0.01, 0, 0.01)).isZero(); // black everywhere
  }

  /** What a weight of one for lost light adds to the loss of a flat picture. */
  private static double held(double fused, double under, double over) {
    try (TensorScope scope = new TensorScope()) {
      Tensor f = flat(fused);
      double without = loss(0, f, flat(under), flat(over));
      return loss(1, f, flat(under), flat(over)) - without;
    }
  }

  private static double loss(double holdWeight, Tensor fused, Tensor under, Tensor over) {
    MefSsimLoss loss = new MefSsimLoss(new MefSsimLoss.Config(0, 0, holdWeight));
    return loss.forward(over, under, fused, fused).item_double();
  }

  private static Tensor flat(double value) {
    double[] samples = new double[64 * 64];
    Arrays.fill(samples, value);
    return Tensor.create(samples, 1, 1, 64, 64);
  }

  private static Tensor tensor(Image8 image) {
    double[] samples = new double[image.pixels()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = image.at(0, i) / 255.0;
    }
    return Tensor.create(samples, 1, 1, image.height(), image.width());
  }
}
