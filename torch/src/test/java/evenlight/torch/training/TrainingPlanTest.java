package evenlight.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.training.TrainingPlan.Schedule;
import evenlight.torch.weights.JsonRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        .hasMessage("the plan must be one of [evenlight, paper], but is \"mine\"");
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
  @CsvSource({
    "\"batch\":4, \"batches\":4, Missing creator property 'batch'",
    "\"seed\":1, '\"seed\":1,\"speed\":1', the key \"speed\" is none of",
    "\"batch\":4, \"batch\":0, 'batch of a training plan must be at least 1, but is 0'",
    "\"patch\":128, \"patch\":\"wide\", wide",
    "\"width\":16, \"width\":17, 'width of an LCNDR network must be 4 to 256 by 4, but is 17'",
    "MEF_SSIM, BEST, BEST",
  })
  void read_faultyPlan_saysWhatIsWrong(
      String good, String bad, String expected, @TempDir Path folder) throws IOException {
    String json = TrainingPlan.evenlight().toJson();
    assertThat(json).contains(good);
    Path file = Files.writeString(folder.resolve("p.json"), json.replace(good, bad));
    assertThatThrownBy(() -> TrainingPlan.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a training plan must be valid, but " + file + " is not: ")
        .hasMessageContaining(expected);
  }

  @Test
  void create_nameThatIsNoFileName_isRefused() {
    String json = TrainingPlan.evenlight().toJson().replace("\"evenlight\"", "\"../mine\"");
    assertThatThrownBy(() -> JsonRecords.read(json, TrainingPlan.class))
        .hasMessage(
            "name of a training plan must be lower-case words joined by hyphens, but is"
                + " \"../mine\"");
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
