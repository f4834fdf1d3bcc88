package evenlight.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipePlanTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sd-net | \"kind\": \"sd-net\" | \"kind\": \"sdnet\" | recipe.kind must be one of [cf-net,"
            + " mef-gan, mef-net, pmgi, raft, sd-net, u2fusion], but is \"sdnet\"",
        "sd-net | \"gradientWeight\": 50.0 | \"weight\": 50.0 | Missing creator property"
            + " 'gradientWeight'",
        "sd-net | \"gradientWeight\": 50.0 | \"gradientWeight\": -1 | the weight must be finite and"
            + " not negative",
        "sd-net | FP32 | BF16 | optimizer.dtype of a training plan with a recipe must be FP32, but"
            + " is BF16",
        "sd-net | \"side\": \\d+ | \"side\": 63 | validation.side of a training plan must be 64 or"
            + " more, or 0 for whole pictures, but is 63",
        "mef-gan | \"size\": 144 | \"size\": 128 | patches.size and patches.accumulation of a"
            + " training plan for MEF-GAN must be 144 and 1, but are 128 and 1",
        "mef-gan | \"finalRate\": [^,]+ | \"finalRate\": 0 | optimizer.finalRate of a training plan"
            + " must be above 0 for the schedule EXPONENTIAL, but is 0.0",
        "mef-gan | \"weightLimit\": 8.0 | \"weightLimit\": 0 | recipe.weightLimit of a training"
            + " plan must be finite and above 0, but is 0.0",
        "cf-net | \"size\": 64 | \"size\": 65 | patches.size of a training plan for CF-Net must be"
            + " a multiple of its scale 2, but is 65",
        "mef-net | \"batch\": 1 | \"batch\": 2 | patches.batch of a training plan for MEF-Net must"
            + " be 1, all exposures of a scene, but is 2",
        "mef-net | \"shorterSide\": \\d+ | \"shorterSide\": 15 | recipe.shorterSide of a training"
            + " plan must be 16 or more, but is 15",
      })
  void read_faultyPlan_saysWhatIsWrong(
      String plan, String good, String bad, String expected, @TempDir Path folder)
      throws IOException {
    String json = TrainingPlan.named(plan).toJson();
    String faulty = json.replaceFirst(good, Matcher.quoteReplacement(bad));
    assertThat(faulty).isNotEqualTo(json);
    Path file = Files.writeString(folder.resolve("p.json"), faulty);
    assertThatThrownBy(() -> TrainingPlan.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a training plan must be valid, but " + file + " is not: ")
        .hasMessageContaining(expected);
  }

  @Test
  void of_planWithRecipe_isNoneForLcndr() {
    assertThatThrownBy(() -> LcndrPlan.of(TrainingPlan.named("mef-gan")))
        .hasMessage("the plan must train LCNDR, but mef-gan trains MEF-GAN (retrained)");
  }

  @Test
  void withSteps_seedAndName_changeNothingElse() {
    TrainingPlan plan = TrainingPlan.named("sd-net");
    TrainingPlan other = plan.withName("other").withSeed(5).withSteps(3);
    assertThat(other.run().seed()).isEqualTo(5);
    assertThat(other.withName("sd-net").withRun(plan.run())).isEqualTo(plan);
  }
}
