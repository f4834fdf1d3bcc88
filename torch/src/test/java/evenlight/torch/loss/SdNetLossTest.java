package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SdNetLossTest {
  @BeforeAll
  static void load() {
    Natives.load();
  }

  @Test
  void forward_onePixel_isHandComputed() {
    try (TensorScope scope = new TensorScope()) {
      Tensor loss =
          new SdNetLoss(50)
              .forward(pixel(-0.6f), pixel(0.2f), pixel(0.1f), pixel(-0.5f), pixel(0.2f));
      // intensity 0.1² + 0.7²; the brighter exposure's Laplacian is stronger: (4 · 0.7)²;
      // what is taken apart is off by 0.1 once
      assertThat(loss.item_double()).isCloseTo(0.5 + 50 * 7.84 + 0.01, offset(1e-3));
    }
  }

  @Test
  void forward_fusedIsTheStrongerExposureEverywhere_paysNoGradient() {
    try (TensorScope scope = new TensorScope()) {
      double with = edges(new SdNetLoss(50));
      double without = edges(new SdNetLoss(0));
      assertThat(with).isEqualTo(without).isPositive();
    }
  }

  private static double edges(SdNetLoss loss) {
    float[] samples = new float[8 * 8];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i % 2 == 0 ? 0.9f : -0.9f;
    }
    Tensor over = Tensor.create(samples, 1, 1, 8, 8);
    Tensor under = Tensor.create(new float[64], 1, 1, 8, 8);
    return loss.forward(over, under, over, over, under).item_double();
  }

  @Test
  void loss_infiniteWeight_isRefused() {
    assertThatThrownBy(() -> new SdNetLoss(Double.POSITIVE_INFINITY))
        .hasMessage("the weight must be finite and not negative, but is Infinity");
  }

  private static Tensor pixel(float level) {
    return Tensor.create(new float[] {level}, 1, 1, 1, 1);
  }
}
