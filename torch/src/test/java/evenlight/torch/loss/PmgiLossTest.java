package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PmgiLossTest {
  @BeforeAll
  static void load() {
    Natives.load();
  }

  @Test
  void forward_onePixel_isHandComputed() {
    PmgiLoss loss = new PmgiLoss(new PmgiLoss.Config(100, 1.5, 16));
    try (TensorScope scope = new TensorScope()) {
      Tensor over = pixel(0.5f);
      Tensor value = loss.forward(over, pixel(-0.5f), over, pixel(0.1f));
      // the Laplacian of one pixel among zeros is -4 times its level
      double squares = 0.4 * 0.4 + 0.6 * 0.6;
      assertThat(value.item_double()).isCloseTo(100 * (1.5 + 16 * 16) * squares, offset(1e-2));
    }
  }

  @Test
  void config_negativeWeight_isRefused() {
    assertThatThrownBy(() -> new PmgiLoss.Config(100, -1.5, 16))
        .hasMessage("the weights must be finite and not negative, but are 100.0, -1.5 and 16.0");
  }

  private static Tensor pixel(float level) {
    return Tensor.create(new float[] {level}, 1, 1, 1, 1);
  }
}
