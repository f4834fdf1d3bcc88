package evenlight.torch.training.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class OptimizerPlanTest {
  @Test
  void rate_warmUpAndCosine_risesToThePeakAndFallsToTheFinalRate() {
    OptimizerPlan plan = plan(Schedule.WARM_UP_AND_COSINE, 0.05, 0.1);
    assertThat(plan.rate(1, 1000)).isCloseTo(0.2 / 50, offset(1e-12));
    assertThat(plan.rate(50, 1000)).isCloseTo(0.2, offset(1e-12));
    assertThat(plan.rate(526, 1000)).isCloseTo(0.2 * (0.1 + 0.9 * 0.5), offset(1e-12));
    assertThat(plan.rate(1000, 1000)).isCloseTo(0.02, offset(1e-5));
  }

  @Test
  void rate_oneStep_isThePeak() {
    assertThat(plan(Schedule.WARM_UP_AND_COSINE, 0.05, 0).rate(1, 1)).isEqualTo(0.2);
  }

  @Test
  void rate_constant_staysThePeak() {
    assertThat(plan(Schedule.CONSTANT, 0.5, 0).rate(1, 1000)).isEqualTo(0.2);
    assertThat(plan(Schedule.CONSTANT, 0.5, 0).rate(1000, 1000)).isEqualTo(0.2);
  }

  @Test
  void rate_exponential_fallsByTheSameShareEveryStep() {
    OptimizerPlan plan = plan(Schedule.EXPONENTIAL, 0, 0.25);
    assertThat(plan.rate(1, 1000)).isEqualTo(0.2);
    assertThat(plan.rate(501, 1000)).isCloseTo(0.1, offset(1e-12));
    assertThat(plan.rate(1001, 1000)).isCloseTo(0.05, offset(1e-12));
  }

  private static OptimizerPlan plan(Schedule schedule, double warmUp, double last) {
    return new OptimizerPlan(0.2, schedule, warmUp, last, 1, 0, 0, Dtype.FP32);
  }
}
