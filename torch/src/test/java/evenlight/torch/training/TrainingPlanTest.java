package evenlight.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.network.LcndrConfig;
import evenlight.torch.training.plan.LossPlan;
import evenlight.torch.training.plan.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingPlanTest {
  @Test
  void named_everyName_givesThatPlan() {
    assertThat(TrainingPlan.NAMES)
        .allSatisfy(name -> assertThat(TrainingPlan.named(name).name()).isEqualTo(name));
  }

  @Test
  void named_unknown_listsTheKnown() {
    assertThatThrownBy(() -> TrainingPlan.named("mine"))
        .hasMessage("the plan must be one of %s, but is \"mine\"".formatted(TrainingPlan.NAMES));
  }

  @Test
  void named_networks_areThoseOfTheConfigurations() {
    assertThat(lcndr("evenlight").network()).isEqualTo(LcndrConfig.evenlight());
    assertThat(lcndr("paper").network()).isEqualTo(LcndrConfig.paper());
  }

  @Test
  void read_writtenPlan_isTheSame(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("p.json");
    for (String name : TrainingPlan.NAMES) {
      Files.writeString(file, TrainingPlan.named(name).toJson());
      assertThat(TrainingPlan.read(file)).isEqualTo(TrainingPlan.named(name));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"batch\": \\d+ | \"batches\": 4 | Missing creator property 'batch'",
        "\"seed\": 1 | \"seed\": 1, \"speed\": 1 | the key \"run.speed\" is none of [",
        "\"seed\": 1 | \"seed\": 1, \"seed\": 2 | Duplicate field 'seed'",
        "\"batch\": \\d+ | \"batch\": 0 | patches.batch of a training plan must be 1 or more, but"
            + " is 0",
        "\"size\": \\d+ | \"size\": \"wide\" | patches.size",
        "\"size\": \\d+ | \"size\": 128.5 | patches.size",
        "\"size\": \\d+ | \"size\": 63 | patches.size of a training plan must be 64 to 1024, but is"
            + " 63",
        "\"width\": \\d+ | \"width\": 17 | width of an LCNDR network must be 4 to 256 by 4, but is"
            + " 17",
        "MEF_SSIM\", | BEST\", | loss.kind must be one of [PAPER, MEF_SSIM], but is \"BEST\"",
        "\"epochs\": 0 | \"epochs\": 1 | one of run.steps and run.epochs of a training plan must"
            + " be",
        "\"emaDecay\": [^,]+ | \"emaDecay\": 1 | optimizer.emaDecay of a training plan must be 0",
        "\"contrast\": [^,]+ | \"contrast\": -1 | target.contrast of a training plan must be 0.0"
            + " to",
      })
  void read_faultyPlan_saysWhatIsWrong(
      String good, String bad, String expected, @TempDir Path folder) throws IOException {
    String json = TrainingPlan.named("evenlight").toJson();
    String faulty = json.replaceFirst(good, Matcher.quoteReplacement(bad));
    assertThat(faulty).isNotEqualTo(json);
    Path file = Files.writeString(folder.resolve("p.json"), faulty);
    assertThatThrownBy(() -> TrainingPlan.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a training plan must be valid, but " + file + " is not: ")
        .hasMessageContaining(expected);
  }

  @Test
  void withName_thatIsNoFileName_isRefused() {
    TrainingPlan plan = TrainingPlan.named("evenlight");
    assertThatThrownBy(() -> plan.withName("../mine"))
        .hasMessage(
            "name of a training plan must be lower-case words joined by hyphens, but is"
                + " \"../mine\"");
  }

  @Test
  void named_paper_isSectionFourA() {
    LcndrPlan paper = lcndr("paper");
    assertThat(paper.patches().size()).isEqualTo(256);
    assertThat(paper.patches().stride()).isEqualTo(8);
    assertThat(paper.patches().batch()).isEqualTo(16);
    assertThat(paper.optimizer().learningRate()).isEqualTo(1e-4);
    assertThat(paper.optimizer().schedule()).isEqualTo(Schedule.CONSTANT);
    assertThat(paper.run().epochs()).isEqualTo(500);
    assertThat(paper.loss().kind()).isEqualTo(LossPlan.Kind.PAPER);
    assertThat(paper.loss().alpha()).isEqualTo(0.3);
    assertThat(paper.loss().beta()).isEqualTo(5);
    // 374 pairs, as in the published code
    assertThat(paper.run().steps(374, paper.patches())).isEqualTo(500 * 24);
  }

  private static LcndrPlan lcndr(String name) {
    return LcndrPlan.of(TrainingPlan.named(name));
  }

  @Test
  void withSteps_none_saysWhatIsAllowed() {
    assertThatThrownBy(() -> TrainingPlan.named("paper").withSteps(0))
        .hasMessage("run.steps of a training plan must be 1 or more, but is 0");
  }

  @Test
  void withSteps_planOfEpochs_countsStepsInstead() {
    TrainingPlan paper = TrainingPlan.named("paper").withSteps(7);
    assertThat(paper.run().steps(374, paper.patches())).isEqualTo(7);
  }
}
