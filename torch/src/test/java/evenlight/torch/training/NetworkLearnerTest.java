package evenlight.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.fusion.Device;
import evenlight.torch.network.Lcndr;
import evenlight.torch.tensor.Devices;
import evenlight.torch.tensor.Natives;
import evenlight.torch.training.checkpoint.Checkpoint.Part;
import evenlight.torch.training.data.Batch;
import evenlight.torch.training.plan.Dtype;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NetworkLearnerTest {
  private static final int SIZE = 64;

  @BeforeAll
  static void load() {
    Natives.useThreads(1);
  }

  @Test
  void gradient_sameBatchTwice_isThatOfOne() {
    NetworkLearner<Lcndr, Batch> learner = learner();
    Learner.Gradient once = learner.gradient(List.of(batch(1)));
    Learner.Gradient twice = learner.gradient(List.of(batch(1), batch(1)));
    assertThat(twice.loss()).isEqualTo(once.loss());
    assertThat(twice.norm()).isCloseTo(once.norm(), offset(1e-5 * once.norm()));
  }

  @Test
  void gradient_twoBatches_hasTheirMeanLoss() {
    NetworkLearner<Lcndr, Batch> learner = learner();
    double first = learner.gradient(List.of(batch(1))).loss();
    double second = learner.gradient(List.of(batch(2))).loss();
    assertThat(first).isNotEqualTo(second);
    assertThat(learner.gradient(List.of(batch(1), batch(2))).loss())
        .isEqualTo((first + second) / 2);
  }

  @Test
  void create_sameSeed_givesTheSameParametersInNetworkAndAverage() {
    assertThat(learner().state().get(Part.NETWORK))
        .usingRecursiveComparison()
        .isEqualTo(learner().state().get(Part.AVERAGE));
  }

  private static NetworkLearner<Lcndr, Batch> learner() {
    LcndrPlan plan = TestScenes.plan();
    LcndrPlan.Subject subject =
        new LcndrPlan.Subject(plan.network(), plan.loss().create(), Dtype.FP32);
    return new NetworkLearner<>(
        new PairTrainee<>(subject), plan.optimizer(), 1, Devices.resolve(Device.CPU));
  }

  private static Batch batch(int frequency) {
    List<float[]> under = List.of(plane(0.2, frequency), plane(0.3, frequency));
    List<float[]> over = List.of(plane(0.7, frequency), plane(0.6, frequency));
    return new Batch(SIZE, over, under, over, List.of("a", "b"));
  }

  private static float[] plane(double level, int frequency) {
    float[] plane = new float[SIZE * SIZE];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) (level + 0.2 * Math.sin(i * 0.37 * frequency));
    }
    return plane;
  }
}
