package evenlight.torch.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.weights.Weights;
import java.util.Map;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RmsPropTest {
  private static final double RATE = 0.1;

  @BeforeAll
  static void load() {
    Natives.load();
  }

  @Test
  void step_gradientOfTwo_isHandComputed() {
    LinearImpl network = new LinearImpl(1, 1);
    RmsProp optimizer = new RmsProp(network, 0.6, 0.15);
    float start = bias(network);
    step(network, optimizer, 1);
    double first = RATE * 2 / Math.sqrt(0.6 + 0.4 * 4);
    assertThat(bias(network)).isCloseTo((float) (start - first), offset(1e-5f));
    step(network, optimizer, 2);
    double second = 0.15 * first + RATE * 2 / Math.sqrt(0.6 * 2.2 + 0.4 * 4);
    assertThat(bias(network)).isCloseTo((float) (start - first - second), offset(1e-5f));
  }

  @Test
  void restore_stateOfAnother_goesOnToTheBit() {
    LinearImpl whole = new LinearImpl(1, 1);
    LinearImpl other = new LinearImpl(1, 1);
    RmsProp before = new RmsProp(whole, 0.6, 0.15);
    step(whole, before, 1);
    RmsProp after = new RmsProp(other, 0.6, 0.15);
    Parameters.load(other, Parameters.of(whole, Map.of()), "the first");
    after.restore(new Weights(before.state(), Map.of()));
    step(whole, before, 2);
    step(other, after, 2);
    assertThat(bias(other)).isEqualTo(bias(whole));
  }

  @Test
  void sgd_gradientOfTwo_goesDownIt() {
    LinearImpl network = new LinearImpl(1, 1);
    float start = bias(network);
    step(network, new Sgd(network), 1);
    assertThat(bias(network)).isCloseTo((float) (start - 2 * RATE), offset(1e-6f));
  }

  private static void step(LinearImpl network, Optimizer optimizer, int step) {
    try (TensorScope scope = new TensorScope()) {
      network.zero_grad(true);
      Tensor one = torch.ones(1, 1);
      Tensors.times(network.forward(one), 2).sum().backward();
      optimizer.step(RATE, step);
    }
  }

  private static float bias(LinearImpl network) {
    return Parameters.of(network, Map.of()).tensor("bias").values()[0];
  }
}
