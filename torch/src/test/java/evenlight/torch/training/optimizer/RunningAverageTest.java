package evenlight.torch.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.network.Lcndr;
import evenlight.torch.network.LcndrConfig;
import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningAverageTest {
  private static final String PARAMETER = "branch.stem.bias";
  private static final String STATISTIC = "branch.sam.bn1.running_var";

  private Lcndr source;
  private Lcndr average;

  @BeforeAll
  static void load() {
    Natives.load();
  }

  @BeforeEach
  void makeNetworks() {
    source = new Lcndr(LcndrConfig.evenlight());
    average = new Lcndr(LcndrConfig.evenlight());
  }

  @ParameterizedTest
  @ValueSource(strings = {PARAMETER, STATISTIC})
  void update_decay_movesALittleOfTheWay(String name) {
    fill(name, 1);
    RunningAverage running = new RunningAverage(source, average, 0.9);
    fill(name, 2);
    running.update(1000);
    assertThat(first(name)).isCloseTo(1.1f, offset(1e-6f));
    running.update(1001);
    assertThat(first(name)).isCloseTo(1.19f, offset(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(strings = {PARAMETER, STATISTIC})
  void update_firstSteps_forgetTheStart(String name) {
    fill(name, 1);
    RunningAverage running = new RunningAverage(source, average, 0.999);
    fill(name, 2);
    running.update(1);
    assertThat(first(name)).isCloseTo(2 - 2f / 11, offset(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(strings = {PARAMETER, STATISTIC})
  void update_noDecay_isTheSource(String name) {
    RunningAverage running = new RunningAverage(source, average, 0);
    fill(name, 0.3);
    running.update(5);
    assertThat(first(name)).isEqualTo(0.3f);
  }

  private void fill(String name, double value) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor tensor = Objects.requireNonNull(Parameters.tensors(source).get(name));
      tensor.fill_(new Scalar(value));
    }
  }

  private float first(String name) {
    return Parameters.of(average, Map.of()).tensor(name).values()[0];
  }
}
