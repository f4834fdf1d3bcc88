package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final int SIDE = 48;

  @TempDir private Path data;
  @TempDir private Path work;
  private Path output = Path.of("");

  @BeforeEach
  void makeScenes() throws IOException {
    output = work.resolve("results");
    scene("alley");
    scene("bridge");
    TestPhotos.texture(data.resolve("bridge/gt.png"), SIDE, SIDE, 1);
  }

  private void scene(String name) throws IOException {
    Path scene = Files.createDirectories(data.resolve(name));
    TestPhotos.texture(scene.resolve("under.png"), SIDE, SIDE, 0.5f);
    TestPhotos.texture(scene.resolve("over.png"), SIDE, SIDE, 1.5f);
  }

  @Test
  void evaluate_json_hasMethodsScenesAndMeans() throws IOException {
    CommandRun run = CommandRun.of("evaluate", "--data", data, "--method", "average", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("methods").findValuesAsText("method")).containsExactly("average", "blend");
    JsonNode average = json.at("/methods/0");
    assertThat(average.get("method").asText()).isEqualTo("average");
    assertThat(average.at("/scenes/0/scene").asText()).isEqualTo("alley");
    assertThat(average.at("/scenes/0/seconds").asDouble()).isPositive();
    assertThat(average.at("/scenes/0").has("psnr")).isFalse();
    double mean =
        (average.at("/scenes/0/mef_ssim").asDouble() + average.at("/scenes/1/mef_ssim").asDouble())
            / 2;
    assertThat(average.at("/mean/mef_ssim").asDouble()).isEqualTo(mean);
    assertThat(average.at("/mean/psnr").asDouble())
        .isEqualTo(average.at("/scenes/1/psnr").asDouble());
    assertThat(average.at("/n/psnr").asInt()).isEqualTo(1);
  }

  @Test
  void evaluate_output_holdsTablesReportAndPictures() {
    CommandRun run = evaluate();
    assertThat(run.exitCode()).as(run.err()).isZero();
    for (String name :
        List.of(
            "scores.csv",
            "scores.json",
            "scores.md",
            "scores.tex",
            "report.html",
            "fused/average/alley.png")) {
      assertThat(output.resolve(name)).isNotEmptyFile();
    }
  }

  @Test
  void evaluate_again_givesTheSameTables() throws IOException {
    evaluate();
    byte[] csv = Files.readAllBytes(output.resolve("scores.csv"));
    byte[] html = Files.readAllBytes(output.resolve("report.html"));
    Files.delete(output.resolve("scores.csv"));
    Files.delete(output.resolve("report.html"));
    CommandRun again = evaluate();
    assertThat(again.err()).contains("4 of 4 rows are from an earlier run");
    assertThat(output.resolve("scores.csv")).hasBinaryContent(csv);
    assertThat(output.resolve("report.html")).hasBinaryContent(html);
  }

  @Test
  void evaluate_fused_scoresOtherProgramsBesideTheAverage() throws IOException {
    Path others = work.resolve("others");
    Path fancy = Files.createDirectories(others.resolve("Fancy"));
    TestPhotos.texture(fancy.resolve("bridge.png"), SIDE, SIDE, 1);
    CommandRun run =
        CommandRun.of("evaluate", "--data", data, "--fused", others, "--metric", "cc", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("methods").findValuesAsText("method"))
        .containsExactly("Fancy", "average", "blend");
    assertThat(json.at("/methods/0/scenes").findValuesAsText("scene")).containsExactly("bridge");
    assertThat(json.at("/methods/1/scenes").findValuesAsText("scene")).containsExactly("bridge");
  }

  @Test
  void evaluate_oneSceneFails_goesOnAndSaysSo() throws IOException {
    Files.write(data.resolve("alley/over.png"), new byte[] {1, 2, 3});
    CommandRun run = evaluate();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("note: alley, average failed: ").contains("over.png");
    assertThat(Files.readString(output.resolve("scores.csv"))).contains("none of them");
    assertThat(Files.readString(output.resolve("report.html"))).contains("none of them");
  }

  @Test
  void evaluate_sceneWithoutPair_isAFailedRow() throws IOException {
    Files.delete(data.resolve("alley/over.png"));
    CommandRun run = evaluate();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("alley, average failed: ");
  }

  @Test
  void evaluate_limit_takesTheFirstScenes() {
    CommandRun run = CommandRun.of("evaluate", "--data", data, "--method", "average", "--limit", 1);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("alley").doesNotContain("bridge");
  }

  @Test
  void evaluate_emptyFolder_fails() throws IOException {
    Path empty = Files.createDirectories(work.resolve("empty"));
    assertFails(1, empty.toString(), "evaluate", "--data", empty, "--method", "average");
  }

  @Test
  void evaluate_unknownNames_listTheKnownOnes() {
    assertFails(2, "one of [average, ", "evaluate", "--data", data, "--method", "magic");
    assertFails(2, "one of [mef-ssim, ", "evaluate", "--data", data, "--metric", "beauty");
    assertFails(2, "sice", "evaluate", "--data", data, "--layout", "heap");
  }

  @Test
  void evaluate_metricThatNoSceneHasATruthFor_isWrongUsage() throws IOException {
    Files.delete(data.resolve("bridge/gt.png"));
    assertFails(
        2,
        "the metric psnr must have a ground truth, but no scene in " + data + " has one",
        "evaluate",
        "--data",
        data,
        "--method",
        "average",
        "--metric",
        "psnr");
  }

  @Test
  void evaluate_folderOfAnotherEvaluation_isRefused() {
    evaluate();
    assertFails(
        1,
        "metrics: ",
        "evaluate",
        "--data",
        data,
        "--method",
        "average",
        "--metric",
        "cc",
        "-o",
        output);
  }

  private CommandRun evaluate() {
    return CommandRun.of("evaluate", "--data", data, "--method", "average", "-o", output);
  }

  private static void assertFails(int exitCode, String part, Object... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains(part);
    assertThat(run.out()).isEmpty();
  }
}
