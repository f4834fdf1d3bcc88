package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
  private static final int SIDE = 48;

  @TempDir private Path folder;
  private Path under = Path.of("");
  private Path over = Path.of("");
  private Path fused = Path.of("");

  @BeforeEach
  void makePictures() throws IOException {
    under = TestPhotos.texture(folder.resolve("under.png"), SIDE, SIDE, 0.5f);
    over = TestPhotos.texture(folder.resolve("over.png"), SIDE, SIDE, 1.5f);
    fused = TestPhotos.texture(folder.resolve("fused.png"), SIDE, SIDE, 1);
  }

  @Test
  void score_json_hasEveryMetricThatNeedsNoGroundTruth() throws IOException {
    JsonNode json = json("score", fused, under, over, "--json");
    assertThat(json.get("mef_ssim").asDouble()).isBetween(0.9, 1.0);
    assertThat(json.get("mef_ssim_scales")).hasSize(3);
    assertThat(json.get("mi").asDouble()).isGreaterThan(1);
    assertThat(json.get("cc").asDouble()).isBetween(0.9, 1.0);
    assertThat(json.has("psnr")).isFalse();
    assertThat(json.at("/conventions/mi").asText()).contains("log2");
    assertThat(json.get("samples").asText()).contains("stored");
  }

  @Test
  void score_reference_addsPsnr() throws IOException {
    JsonNode json = json("score", fused, under, over, "--reference", over, "--json");
    assertThat(json.get("psnr_256").asDouble() - json.get("psnr").asDouble())
        .isCloseTo(20 * Math.log10(256 / 255.0), within(1e-9));
  }

  @Test
  void score_resultEqualsReference_isNullWithTheReason() throws IOException {
    JsonNode json =
        json("score", fused, under, over, "--reference", fused, "--metric", "psnr", "--json");
    assertThat(json.get("psnr").isNull()).isTrue();
    assertThat(json.at("/caveats/0/kind").asText()).isEqualTo("infinite");
  }

  @Test
  void score_metrics_areThoseNamedInThatOrder() throws IOException {
    CommandRun run = CommandRun.of("score", fused, under, over, "--metric", "cc,mef-ssim");
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).hasSize(4);
    assertThat(run.outLines().get(1)).startsWith("cc ").contains("grey");
    assertThat(run.outLines().get(2)).startsWith("mef-ssim ").contains("3 scales");
    assertThat(run.outLines().get(3))
        .isEqualTo("samples: as stored in the files, colour profiles ignored");
  }

  @Test
  void score_oneSource_isWrongUsage() {
    assertFails(2, "score needs at least 2 sources, but found 1", "score", fused, under);
  }

  @Test
  void score_unknownMetric_listsTheKnownOnes() {
    assertFails(
        2,
        "the metric must be one of [mef-ssim, ",
        "score",
        fused,
        under,
        over,
        "--metric",
        "beauty");
  }

  @Test
  void score_metricWithoutItsReference_isWrongUsage() {
    assertFails(
        2,
        "the metric psnr must have a ground truth, but --reference is not given",
        "score",
        fused,
        under,
        over,
        "--metric",
        "psnr");
  }

  @Test
  void score_otherSize_namesBothFiles() throws IOException {
    Path small = TestPhotos.texture(folder.resolve("small.png"), SIDE, 40, 1);
    assertFails(
        1,
        "fused.png is 48×48 and " + small + " is 48×40 (height×width)",
        "score",
        fused,
        under,
        small);
  }

  @Test
  void score_missingFile_namesIt() {
    assertFails(1, "none.png", "score", fused, under, folder.resolve("none.png"));
  }

  private static JsonNode json(Object... arguments) throws IOException {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private static void assertFails(int exitCode, String part, Object... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains(part);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void metrics_markdown_isThePageOfTheDocs() throws IOException {
    CommandRun run = CommandRun.of("metrics", "--markdown");
    Path page = Path.of(System.getProperty("user.dir")).resolve("../docs/metrics.md");
    assertThat(Files.readString(page).replace("\r\n", "\n"))
        .as("docs/metrics.md, made by: evenlight metrics --markdown > docs/metrics.md")
        .isEqualTo(run.out().replace("\r\n", "\n"));
  }
}
