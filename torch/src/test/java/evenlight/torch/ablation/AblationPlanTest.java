package evenlight.torch.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.training.LcndrPlan;
import evenlight.torch.training.TrainingPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AblationPlanTest {
  private static final LcndrPlan TRAINING =
      LcndrPlan.of(TrainingPlan.named("evenlight").withSeed(7));

  @Test
  void runs_twoSeeds_areAllVariantsWithTheFirstThenTheNext() {
    AblationPlan plan = new AblationPlan(TRAINING, 2);
    assertThat(plan.seeds()).containsExactly(7L, 8L);
    assertThat(plan.runs()).hasSize(20);
    assertThat(plan.runs().get(0).id()).isEqualTo("full-seed-7");
    assertThat(plan.runs().get(9).id()).isEqualTo("uncoordinated-seed-7");
    assertThat(plan.runs().get(10).id()).isEqualTo("full-seed-8");
  }

  @Test
  void plan_ofARun_differsInNameNetworkAndSeedAlone() {
    AblationRun run = new AblationPlan(TRAINING, 2).runs().get(11);
    LcndrPlan its = LcndrPlan.of(run.plan(TRAINING));
    assertThat(its.name()).isEqualTo("without-c");
    assertThat(its.run().seed()).isEqualTo(8);
    assertThat(its.network().collaborative()).isFalse();
    assertThat(its.withName(TRAINING.name()).withNetwork(TRAINING.network()).withSeed(7))
        .isEqualTo(TRAINING);
    assertThat(run.folder(Path.of("x"))).isEqualTo(Path.of("x/variants/without-c/seed-8"));
  }

  @Test
  void create_noSeed_isRefused() {
    assertThatThrownBy(() -> new AblationPlan(TRAINING, 0))
        .hasMessage("an ablation must have at least 1 seed, but has 0");
  }

  @Test
  void components_ofAPlan_areFlat() {
    assertThat(PlanComponents.of(TRAINING))
        .containsEntry("plan.run.seed", "7")
        .containsEntry("plan.network.tradeOff", "MULTIPLY_ADD")
        .containsEntry("plan.network.coordinateBlocks", "3")
        .doesNotContainKey("plan.network");
  }
}
