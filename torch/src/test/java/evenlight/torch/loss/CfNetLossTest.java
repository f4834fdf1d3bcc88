package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CfNetLossTest {
  private static final CfNetLoss LOSS = new CfNetLoss();

  @BeforeAll
  static void load() {
    Natives.load();
    torch.manual_seed(8);
  }

  @Test
  void forward_everyPictureAsWanted_isZero() {
    try (TensorScope scope = new TensorScope()) {
      Tensor over = noise();
      Tensor under = noise();
      Tensor truth = noise();
      Tensor loss =
          LOSS.forward(
              List.of(over, truth, truth), List.of(under, truth, truth), over, under, truth);
      assertThat(loss.item_double()).isCloseTo(0, offset(1e-5));
    }
  }

  @Test
  void forward_flatPictures_compareTheirBrightness() {
    try (TensorScope scope = new TensorScope()) {
      Tensor loss =
          LOSS.forward(
              List.of(flat(0.8), flat(0.6)),
              List.of(flat(0.3), flat(0.5)),
              flat(0.9),
              flat(0.1),
              flat(0.55));
      double expected = 4 - alike(0.8, 0.9) - alike(0.3, 0.1) - alike(0.6, 0.55) - alike(0.5, 0.55);
      assertThat(loss.item_double()).isCloseTo(expected, offset(1e-5));
    }
  }

  @Test
  void forward_negative_countsAsUnlikeButNoWorse() {
    try (TensorScope scope = new TensorScope()) {
      Tensor picture = noise();
      Tensor loss =
          LOSS.forward(List.of(picture.neg()), List.of(picture), picture, picture, picture);
      assertThat(loss.item_double()).isCloseTo(1, offset(1e-5));
    }
  }

  @Test
  void forward_onePictureTooFew_isRefused() {
    try (TensorScope scope = new TensorScope()) {
      Tensor picture = noise();
      List<Tensor> two = List.of(picture, picture);
      List<Tensor> one = List.of(picture);
      assertThatThrownBy(() -> LOSS.forward(two, one, picture, picture, picture))
          .hasMessage("both branches must have as many pictures, one or more, but have 2 and 1");
    }
  }

  private static double alike(double a, double b) {
    return (2 * a * b + 1e-4) / (a * a + b * b + 1e-4);
  }

  private static Tensor flat(double level) {
    Tensor zeros = torch.zeros(1, 3, 9, 8).to(torch.ScalarType.Double);
    return Tensors.plus(zeros, 2 * level - 1);
  }

  private static Tensor noise() {
    return Tensors.plus(Tensors.times(torch.rand(2, 3, 12, 15), 2), -1);
  }
}
