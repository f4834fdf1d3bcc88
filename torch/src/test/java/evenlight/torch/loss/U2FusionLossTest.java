package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class U2FusionLossTest {
  private static final int SIDE = U2FusionLoss.MIN_SIZE;
  private static final U2FusionLoss LOSS = new U2FusionLoss(new U2FusionLoss.Config(20, 10));

  @BeforeAll
  static void load() {
    Natives.load();
  }

  @Test
  void forward_fusedIsTheTellingExposure_costsNothing() {
    try (TensorScope scope = new TensorScope()) {
      Tensor flat = torch.zeros(1, 1, SIDE, SIDE);
      Tensor telling = noise(0.5);
      assertThat(LOSS.forward(telling, flat, flat, telling).item_double())
          .isCloseTo(0, offset(1e-4));
      assertThat(LOSS.forward(flat, telling, flat, telling).item_double())
          .isCloseTo(0, offset(1e-4));
      assertThat(LOSS.forward(telling, flat, flat, flat).item_double()).isGreaterThan(1);
    }
  }

  @Test
  void forward_equallyTelling_areTheMeanOfBoth() {
    try (TensorScope scope = new TensorScope()) {
      Tensor dark = torch.zeros(1, 1, SIDE, SIDE);
      Tensor bright = torch.ones(1, 1, SIDE, SIDE);
      // SSIM of flat 0 and flat 1 is C1 / (1 + C1), of equal ones 1
      double expected = 0.5 * (1 - 1e-4 / 1.0001 + 20);
      assertThat(LOSS.forward(bright, dark, dark, bright).item_double())
          .isCloseTo(expected, offset(1e-3));
    }
  }

  @Test
  void information_strongerNoise_isMoreByTheSquare() {
    try (TensorScope scope = new TensorScope()) {
      double weak = U2FusionLoss.information(noise(0.1)).item_double();
      double strong = U2FusionLoss.information(noise(0.3)).item_double();
      assertThat(strong / weak).isCloseTo(9, offset(1e-2));
    }
  }

  @Test
  void config_noTemperature_isRefused() {
    assertThatThrownBy(() -> new U2FusionLoss.Config(20, 0))
        .hasMessage("the temperature must be finite and above 0, but is 0.0");
  }

  private static Tensor noise(double amplitude) {
    torch.manual_seed(3);
    return Tensors.times(torch.rand(1, 1, SIDE, SIDE), amplitude);
  }
}
