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

class MefGanLossTest {
  private static final MefGanLoss LOSS = new MefGanLoss(MefGanLoss.Config.paper());

  @BeforeAll
  static void load() {
    Natives.load();
  }

  @Test
  void generator_evenlyBrighter_paysForItsSquareAndForTheVerdict() {
    try (TensorScope scope = new TensorScope()) {
      Tensor truth = torch.zeros(2, 3, 5, 5);
      Tensor fused = Tensors.plus(truth, 0.1);
      double loss = LOSS.generator(verdicts(0.5f, 0.25f), fused, truth).item_double();
      assertThat(loss).isCloseTo(-(Math.log(0.5) + Math.log(0.25)) / 2 + 500 * 0.01, offset(1e-4));
    }
  }

  @Test
  void generator_oneOtherPixel_paysForItsGradientsToo() {
    float[] samples = new float[25];
    samples[12] = 1;
    try (TensorScope scope = new TensorScope()) {
      Tensor truth = torch.zeros(1, 3, 5, 5);
      Tensor fused = Tensor.create(samples, 1, 1, 5, 5).expand(1, 3, 5, 5);
      double loss = LOSS.generator(verdicts(1), fused, truth).item_double();
      // eight places see an eighth of the pixel, one sees all of it, of grey 0.9999
      assertThat(loss).isCloseTo(500 * (1 / 25.0 + 0.6 * 0.9999 * 2 / 9), offset(1e-3));
    }
  }

  @Test
  void discriminator_verdicts_areSurprises() {
    try (TensorScope scope = new TensorScope()) {
      double loss = LOSS.discriminator(verdicts(0.8f), verdicts(0.3f)).item_double();
      assertThat(loss).isCloseTo(-Math.log(0.8) - Math.log(0.7), offset(1e-5));
    }
  }

  @Test
  void config_negativeWeight_isRefused() {
    assertThatThrownBy(() -> new MefGanLoss.Config(500, -0.6))
        .hasMessage("the weights must be finite and not negative, but are 500.0 and -0.6");
  }

  private static Tensor verdicts(float... verdicts) {
    return Tensor.create(verdicts, verdicts.length, 1);
  }
}
