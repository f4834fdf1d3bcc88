package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentCommandTest {
  private static final int SIDE = 64;

  @TempDir private Path folder;
  private Path pairs;
  private Path sice;
  private Path output;

  @BeforeEach
  void makeScenes() throws IOException {
    pairs = folder.resolve("pairs");
    sice = folder.resolve("sice");
    output = folder.resolve("out");
    pair(pairs.resolve("BelgiumHouse"));
    pair(sice.resolve("001"));
    TestPhotos.texture(sice.resolve("001/gt.png"), SIDE, SIDE, 1);
  }

  private static void pair(Path scene) throws IOException {
    Files.createDirectories(scene);
    TestPhotos.texture(scene.resolve("under.png"), SIDE, SIDE, 0.5f);
    TestPhotos.texture(scene.resolve("over.png"), SIDE, SIDE, 1.5f);
  }

  private static void bracket(Path scene, int frames) throws IOException {
    Files.createDirectories(scene);
    for (int i = 1; i <= frames; i++) {
      TestPhotos.texture(scene.resolve("e" + i + ".png"), SIDE, SIDE, 0.3f * i);
    }
  }

  private CommandRun experiment(Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("experiment", "--data", pairs, "-o", output, "--threads", 1));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray());
  }

  @Test
  void experiment_tables_setTheNumbersBesideThePapers() throws IOException {
    CommandRun run = experiment("table1", "table2", "table3", "--sice", sice);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Table I:", "Table II:", "Table III:")
        .contains("lcndr-paper (ours in the paper)", "0.936", "rank correlation")
        .contains("BelgiumHouse in the paper", "1 of these scenes are among the 15");
    assertThat(Files.readString(output.resolve("table1/table1.csv")))
        .contains("Method,MEF-SSIM ↑,in the paper,PSNR ↑,in the paper");
    assertThat(output.resolve("table2/table2.tex")).isNotEmptyFile();
    assertThat(Files.readString(output.resolve("report.html")))
        .contains("id=\"table1\"", "id=\"table3\"", "BelgiumHouse")
        .doesNotContain("http://", "https://");
  }

  @Test
  void experiment_again_needsResumeAndGivesTheSame() {
    CommandRun first = experiment("table3");
    assertThat(first.exitCode()).as(first.err()).isZero();

    CommandRun refused = experiment("table3");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains(output.toString(), "--resume");

    CommandRun second = experiment("table3", "--resume");
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).isEqualTo(first.out());
  }

  @Test
  void experiment_figures_arePngAndSvg() throws Exception {
    bracket(pairs.resolve("castle"), 6);
    CommandRun run = experiment("figure5", "figure10", "figure11");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("frames 1 to 5", "all, by default", "2 and 5");
    assertThat(output.resolve("figure5/figure5-BelgiumHouse.png")).isNotEmptyFile();
    Path svg = output.resolve("figure11/figure11-castle.svg");
    int images =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(svg.toFile())
            .getElementsByTagName("image")
            .getLength();
    assertThat(images).isEqualTo(5 + 6);
  }

  @Test
  void experiment_shares_standBesideTheGroundTruth() {
    CommandRun run = experiment("figure8", "--sice", sice);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("ground truth | ", "| 0.0000 |");
  }

  @Test
  void experiment_withoutItsData_isToldAndTheOthersGoOn() {
    CommandRun run = experiment("table1", "table3", "figure11");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .contains("table1 failed: table1 needs scenes with a ground truth", "--sice")
        .contains("figure11 failed: figure11 needs a scene of at least 5 frames");
    assertThat(run.out()).contains("Table III").doesNotContain("Table I:");
  }

  @Test
  void experiment_withoutScenes_failsOnlyWhereTheyAreNeeded() throws IOException {
    Path shaken = folder.resolve("shaken");
    pair(shaken.resolve("box"));
    CommandRun run =
        CommandRun.of(
            "experiment",
            "table2",
            "table7",
            "figure11",
            "figure13",
            "--unaligned",
            shaken,
            "-o",
            output,
            "--weights-dir",
            folder.resolve("none"));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .contains("table2 failed: table2 needs scenes of two exposures, as SCENE/under and")
        .contains("table7 failed: table7 needs scenes of two exposures", "--data")
        .contains("figure11 failed: figure11 needs a scene of at least 5 frames")
        .doesNotContain("figure13 failed");
  }

  @Test
  void experiment_withTheTruthAlone_needsNoPairs() {
    CommandRun run =
        CommandRun.of("experiment", "figure8", "--sice", sice, "-o", output, "--threads", 1);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("ground truth | ");
  }

  @Test
  void experiment_flow_needsPhotographsAndNoMore() throws IOException {
    CommandRun nothing = experiment("figure12", "--weights-dir", output.resolve("none"));
    assertThat(nothing.exitCode()).isEqualTo(3);
    assertThat(nothing.err())
        .contains("figure12 failed: figure12 needs photographs that do not lie over one another")
        .contains("--unaligned");

    pair(pairs.resolve("../shaken/box"));
    CommandRun withThem =
        experiment(
            "figure13",
            "--resume",
            "--unaligned",
            pairs.resolve("../shaken"),
            "--weights-dir",
            output.resolve("none"));
    assertThat(withThem.exitCode()).as(withThem.err()).isZero();
    assertThat(withThem.out()).contains("mertens | ");
  }

  @Test
  void experiment_unknownName_isRefused() {
    CommandRun run = experiment("table9");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("table9", "table1", "figure11", "all");
    assertThat(output).doesNotExist();
  }
}
