package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class FlowSequenceLossTest {
  /** Off by 2 and 1 in both directions, half of the pixels unknown. */
  @Test
  void forward_twoPredictions_countsTheLastMost() {
    try (TensorScope scope = new TensorScope()) {
      Tensor flow = torch.zeros(1, 2, 2, 2);
      Tensor first = Tensors.times(torch.ones(1, 2, 2, 2), 2);
      Tensor last = Tensors.times(torch.ones(1, 2, 2, 2), -1);
      Tensor known = Tensor.create(new float[] {1, 0, 1, 0}, 1, 1, 2, 2);
      Tensor loss = new FlowSequenceLoss(0.8).forward(List.of(first, last), flow, known);
      assertThat(loss.item_double()).isCloseTo(0.8 * 2 * 0.5 + 1 * 0.5, within(1e-6));
    }
  }

  @Test
  void new_gammaOfNothing_isRefused() {
    assertThatThrownBy(() -> new FlowSequenceLoss(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gamma must be above 0 and at most 1, but is 0.0");
  }
}
