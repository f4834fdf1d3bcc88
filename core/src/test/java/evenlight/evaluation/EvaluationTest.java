package evenlight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Fault;
import evenlight.dataset.Scene;
import evenlight.fusion.FusionMethods;
import evenlight.image.io.Colour;
import evenlight.metric.Metric;
import evenlight.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final List<Metric> METRICS =
      Stream.of("mef-ssim", "cc", "psnr").map(Metrics::named).toList();

  @TempDir private Path data;
  @TempDir private Path output;
  private List<Scene> scenes = List.of();

  @BeforeEach
  void makeScenes() throws IOException {
    scenes =
        List.of(
            TestScenes.pair(data, "alley", 1),
            TestScenes.pair(data, "bridge", 2),
            TestScenes.pair(data, "church", 3));
  }

  @Test
  void run_average_hasTheScoresOfTheFilesOneByOne() throws Exception {
    RunFolder folder = RunFolder.open(output, plan(), false);
    ScoreTable table = run(plan(), Optional.of(folder), 2);
    assertThat(table.rowsOf("average")).hasSize(3);
    for (Scene scene : scenes) {
      Path fused = output.resolve("fused/average/" + scene.name() + ".png");
      ScoreRow row = table.row("average", scene.name()).orElseThrow();
      assertThat(row.scores())
          .isEqualTo(
              PhotoScores.of(fused, scene.frames(), scene.groundTruth(), METRICS, Colour.STORED));
      assertThat(row.sources()).containsExactly("under.png", "over.png");
    }
  }

  @Test
  void run_oneOrMoreJobs_givesTheSameRows() throws Exception {
    ScoreTable one = run(plan(), Optional.empty(), 1);
    ScoreTable more = run(plan(), Optional.empty(), 3);
    assertThat(withoutSeconds(more)).isEqualTo(withoutSeconds(one));
  }

  @Test
  void run_brokenPicture_failsThatSceneAlone() throws Exception {
    Files.write(scenes.get(1).over(), new byte[] {1, 2, 3});
    ScoreTable table = run(plan(), Optional.empty(), 2);
    assertThat(table.failures()).extracting(ScoreRow::scene).containsExactly("bridge");
    assertThat(table.failures().get(0).error().orElseThrow()).contains("over.png", "none of them");
    assertThat(table.summary("average", METRICS.get(0).card()).n()).isEqualTo(2);
  }

  @Test
  void run_sizesDiffer_failsWithBothSizes() throws Exception {
    TestScenes.texture(scenes.get(0).over(), 1, 1, 20);
    ScoreTable table = run(plan(), Optional.empty(), 1);
    assertThat(table.failures().get(0).error().orElseThrow())
        .contains("under.png is 48×48", "over.png is 20×48");
  }

  @Test
  void run_groundTruthOfAnotherSize_failsWithBothSizes() throws Exception {
    TestScenes.texture(scenes.get(2).groundTruth().orElseThrow(), 1, 1, 20);
    ScoreTable table = run(plan(), Optional.empty(), 1);
    assertThat(table.failures().get(0).error().orElseThrow())
        .startsWith("the ground truth must be as large as the exposures, 48×48, but ")
        .endsWith("gt.png is 20×48 (height×width)");
  }

  @Test
  void run_faultOfTheDataset_isARow() throws Exception {
    EvaluationPlan plan =
        new EvaluationPlan(
            contenders(),
            scenes,
            List.of(new Fault("dock", "dock has no over")),
            METRICS,
            Colour.STORED,
            Frames.PAIR);
    ScoreTable table = run(plan, Optional.empty(), 2);
    assertThat(table.scenes()).containsExactly("alley", "bridge", "church", "dock");
    assertThat(table.failures())
        .extracting(ScoreRow::error)
        .containsExactly(Optional.of("dock has no over"));
  }

  @Test
  void run_sceneWithoutGroundTruth_hasNoScoreThatNeedsOne() throws Exception {
    scenes = List.of(TestScenes.bracket(data, "yard", 0.4f, 1.6f));
    ScoreRow row = run(plan(), Optional.empty(), 1).rows().get(0);
    assertThat(row.scores()).containsOnlyKeys("mef-ssim", "cc");
  }

  @Test
  void run_longerBracket_fusesTheExtremePairOrAllFrames() throws Exception {
    scenes = List.of(TestScenes.bracket(data, "yard", 0.01f, 0.3f, 1, 1.6f));
    assertThat(run(plan(), Optional.empty(), 1).rows().get(0).sources())
        .containsExactly("e2.png", "e4.png");
    EvaluationPlan all =
        new EvaluationPlan(contenders(), scenes, List.of(), METRICS, Colour.STORED, Frames.ALL);
    assertThat(run(all, Optional.empty(), 1).rows().get(0).sources())
        .containsExactly("e1.png", "e2.png", "e3.png", "e4.png");
  }

  @Test
  void run_secondTime_takesTheRowsThatAreThere() throws Exception {
    ScoreTable first = run(plan(), Optional.of(RunFolder.open(output, plan(), false)), 2);
    Files.delete(output.resolve("rows/average/bridge.json"));
    Files.delete(output.resolve("fused/average/church.png"));
    List<String> reused = new ArrayList<>();
    ScoreTable second =
        new Evaluation(
                plan(),
                Optional.of(RunFolder.open(output, plan(), false)),
                "1",
                (row, taken, done, total) -> {
                  if (taken) {
                    reused.add(row.scene());
                  }
                })
            .run(1);
    assertThat(reused).containsExactly("alley");
    assertThat(withoutSeconds(second)).isEqualTo(withoutSeconds(first));
    assertThat(second.row("average", "alley")).isEqualTo(first.row("average", "alley"));
  }

  @Test
  void run_changedPictureOrVersion_isComputedAnew() throws Exception {
    run(plan(), Optional.of(RunFolder.open(output, plan(), false)), 2);
    TestScenes.texture(scenes.get(0).over(), 9, 1.5f, TestScenes.SIDE);
    assertThat(reusedBy("1")).containsExactlyInAnyOrder("bridge", "church");
    assertThat(reusedBy("2")).isEmpty();
  }

  @Test
  void run_failedRow_isTriedAgain() throws Exception {
    byte[] whole = Files.readAllBytes(scenes.get(1).over());
    Files.write(scenes.get(1).over(), new byte[] {1, 2, 3});
    run(plan(), Optional.of(RunFolder.open(output, plan(), false)), 2);
    Files.write(scenes.get(1).over(), whole);
    ScoreTable table = run(plan(), Optional.of(RunFolder.open(output, plan(), false)), 2);
    assertThat(table.failures()).isEmpty();
  }

  @Test
  void open_otherEvaluation_isRefusedWithTheDifference() throws Exception {
    RunFolder.open(output, plan(), false);
    EvaluationPlan other =
        new EvaluationPlan(
            contenders(), scenes, List.of(), METRICS.subList(0, 1), Colour.SRGB, Frames.PAIR);
    assertThatThrownBy(() -> RunFolder.open(output, other, false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("metrics: [mef-ssim, cc, psnr] there, [mef-ssim] now")
        .hasMessageContaining("samples: ");
    RunFolder.open(output, other, true);
    RunFolder.open(output, other, false);
  }

  @Test
  void open_folderOfSomethingElse_isRefused() throws Exception {
    Files.writeString(output.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> RunFolder.open(output, plan(), false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must be a new or empty folder");
  }

  @Test
  void plan_idTwice_isRefused() {
    List<Contender> twice = List.of(contenders().get(0), contenders().get(0));
    assertThatThrownBy(
            () -> new EvaluationPlan(twice, scenes, List.of(), METRICS, Colour.STORED, Frames.PAIR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every method must be named once, but average is named twice");
  }

  private List<String> reusedBy(String version) throws Exception {
    List<String> reused = new ArrayList<>();
    EvaluationListener listener =
        (row, taken, done, total) -> {
          if (taken) {
            reused.add(row.scene());
          }
        };
    new Evaluation(plan(), Optional.of(RunFolder.open(output, plan(), false)), version, listener)
        .run(2);
    return reused;
  }

  private static List<Contender> contenders() {
    return List.of(new MethodContender("average", FusionMethods.named("average")));
  }

  private EvaluationPlan plan() {
    return new EvaluationPlan(contenders(), scenes, List.of(), METRICS, Colour.STORED, Frames.PAIR);
  }

  private static ScoreTable run(EvaluationPlan plan, Optional<RunFolder> folder, int jobs)
      throws Exception {
    return new Evaluation(plan, folder, "1", (row, reused, done, total) -> {}).run(jobs);
  }

  private static List<ScoreRow> withoutSeconds(ScoreTable table) {
    return table.rows().stream()
        .map(
            row ->
                new ScoreRow(
                    row.method(), row.scene(), row.sources(), row.scores(), 0, row.error()))
        .toList();
  }
}
