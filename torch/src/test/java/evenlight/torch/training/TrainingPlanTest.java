package evenlight.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.training.TrainingPlan.Schedule;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {
  @Test
  void named_everyName_givesThatPlan() {
    assertThat(TrainingPlan.NAMES)
        .allSatisfy(name -> assertThat(TrainingPlan.named(name).name()).isEqualTo(name));
  }

  @Test
  void named_unknown_listsTheKnown() {
    assertThatThrownBy(() -> TrainingPlan.named("mine"))
        .hasMessage("the plan must be one of [evenlight, paper], but is \"mine\"");
  }

  @Test
  void paper_isSectionFourA() {
    TrainingPlan paper = TrainingPlan.paper();
    assertThat(paper.patch()).isEqualTo(256);
    assertThat(paper.batch()).isEqualTo(16);
    assertThat(paper.learningRate()).isEqualTo(1e-4);
  }

  @Test
  void create_valueOutOfRange_saysWhatIsAllowed() {
    assertThatThrownBy(() -> TrainingPlan.evenlight().withSteps(0))
        .hasMessage("steps of a training plan must be at least 1, but is 0");
  }

  @Test
  void rate_warmUpAndCosine_risesToOneAndFallsToZero() {
    Schedule schedule = Schedule.WARM_UP_AND_COSINE;
    assertThat(schedule.rate(0, 1000)).isCloseTo(0.02, offset(1e-12));
    assertThat(schedule.rate(49, 1000)).isCloseTo(1, offset(1e-12));
    assertThat(schedule.rate(525, 1000)).isCloseTo(0.5, offset(1e-12));
    assertThat(schedule.rate(999, 1000)).isLessThan(1e-5);
  }
}
