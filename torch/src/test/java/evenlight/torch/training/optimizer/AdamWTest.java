package evenlight.torch.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.torch.network.Lcndr;
import evenlight.torch.network.LcndrConfig;
import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.Map;
import java.util.function.IntConsumer;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdamWTest {
  private static final int STEPS = 8;
  private static final double RATE = 2e-3;

  @BeforeAll
  static void load() {
    Natives.useThreads(1);
  }

  @Test
  void step_noDecay_isLibtorchsAdam() {
    Lcndr mine = network();
    Lcndr theirs = network();
    AdamW adam = new AdamW(mine, 0);
    train(mine, step -> adam.step(RATE, step), 1, STEPS);
    try (Optimizer reference =
        new org.bytedeco.pytorch.Adam(theirs.parameters(), new AdamOptions(RATE))) {
      train(theirs, step -> reference.step(), 1, STEPS);
    }
    assertSame(mine, theirs, 1e-6f);
  }

  @Test
  void step_decay_isLibtorchsAdamW() {
    Lcndr mine = network();
    Lcndr theirs = network();
    AdamW adam = new AdamW(mine, 0.1);
    train(mine, step -> adam.step(RATE, step), 1, STEPS);
    AdamWOptions options = new AdamWOptions(RATE);
    options.weight_decay().put(0.1);
    try (Optimizer reference = new org.bytedeco.pytorch.AdamW(theirs.parameters(), options)) {
      train(theirs, step -> reference.step(), 1, STEPS);
    }
    assertSame(mine, theirs, 1e-6f);
  }

  @Test
  void restore_stateOfAnother_goesOnToTheBit() {
    Lcndr whole = network();
    AdamW adam = new AdamW(whole, 0.1);
    train(whole, step -> adam.step(RATE, step), 1, STEPS);

    Lcndr first = network();
    AdamW before = new AdamW(first, 0.1);
    train(first, step -> before.step(RATE, step), 1, 3);
    Lcndr second = network();
    Parameters.load(second, Parameters.of(first, Map.of()), "first");
    AdamW after = new AdamW(second, 0.1);
    after.restore(new Weights(before.state(), Map.of()));
    train(second, step -> after.step(RATE, step), 4, STEPS);
    assertSame(second, whole, 0);
  }

  private static Lcndr network() {
    torch.manual_seed(3);
    return new Lcndr(LcndrConfig.evenlight());
  }

  /** Draws every parameter towards a number that changes with the step. */
  private static void train(Lcndr network, IntConsumer update, int from, int to) {
    for (int step = from; step <= to; step++) {
      network.zero_grad(true);
      try (TensorScope scope = new TensorScope()) {
        for (Tensor parameter : Parameters.trainable(network).values()) {
          Tensors.plus(parameter, 0.3 * step - 1).square().sum().backward();
        }
        update.accept(step);
      }
    }
  }

  private static void assertSame(Lcndr one, Lcndr other, float tolerance) {
    Weights expected = Parameters.of(other, Map.of());
    Parameters.of(one, Map.of())
        .tensors()
        .forEach(
            (name, parameter) -> {
              Parameter reference = expected.tensor(name);
              for (int i = 0; i < parameter.values().length; i++) {
                assertThat(Math.abs(parameter.values()[i] - reference.values()[i]))
                    .as(name)
                    .isLessThanOrEqualTo(tolerance);
              }
            });
  }
}
