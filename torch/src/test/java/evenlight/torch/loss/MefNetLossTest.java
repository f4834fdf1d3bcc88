package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MefNetLossTest {
  private static final int SIDE = 32;
  private static final MefNetLoss LOSS = new MefNetLoss();

  @BeforeAll
  static void load() {
    Natives.load();
  }

  @Test
  void forward_equalExposuresFusedToThemselves_costsNothing() {
    try (TensorScope scope = new TensorScope()) {
      Tensor y = noise();
      assertThat(LOSS.forward(Tensors.join(0, y, y, y), y).item_double())
          .isCloseTo(0, offset(1e-5));
    }
  }

  @Test
  void forward_strongestStructure_isWantedWhereverItIs() {
    try (TensorScope scope = new TensorScope()) {
      Tensor y = noise();
      Tensor flat = Tensors.plus(Tensors.times(y, 0), 0.5);
      double first = LOSS.forward(Tensors.join(0, y, flat), y).item_double();
      double last = LOSS.forward(Tensors.join(0, flat, y), y).item_double();
      assertThat(first).isCloseTo(last, offset(1e-6)).isLessThan(0.05);
      assertThat(LOSS.forward(Tensors.join(0, y, flat), flat).item_double()).isGreaterThan(0.5);
    }
  }

  @Test
  void forward_luminance_isThatOfTheBetterExposed() {
    try (TensorScope scope = new TensorScope()) {
      Tensor black = torch.zeros(1, 1, SIDE, SIDE);
      Tensor middle = Tensors.plus(black, 0.5);
      Tensor both = Tensors.join(0, black, middle);
      assertThat(LOSS.forward(both, middle).item_double())
          .isLessThan(0.25 * LOSS.forward(both, black).item_double());
    }
  }

  private static Tensor noise() {
    torch.manual_seed(3);
    return Tensors.plus(Tensors.times(torch.rand(1, 1, SIDE, SIDE), 0.6), 0.2);
  }
}
