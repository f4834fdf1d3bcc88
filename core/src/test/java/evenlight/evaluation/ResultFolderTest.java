package evenlight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.bracket.Bracket;
import evenlight.dataset.Scene;
import evenlight.fusion.FusionMethods;
import evenlight.image.io.Colour;
import evenlight.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
  @TempDir private Path data;
  @TempDir private Path results;

  @Test
  void read_folderOfPictures_isOneProgramNamedAfterIt() throws Exception {
    Path folder = program("MyFusion");
    TestScenes.texture(folder.resolve("alley.png"), 1, 1, TestScenes.SIDE);
    Files.writeString(folder.resolve("notes.txt"), "");
    List<ResultFolder> read = ResultFolder.read(folder, Colour.STORED);
    assertThat(read).extracting(ResultFolder::id).containsExactly("MyFusion");
    assertThat(read.get(0).covers(TestScenes.pair(data, "alley", 1))).isTrue();
    assertThat(read.get(0).covers(TestScenes.pair(data, "bridge", 1))).isFalse();
  }

  @Test
  void read_folderOfFolders_isOneProgramEach() throws Exception {
    TestScenes.texture(program("b").resolve("alley.png"), 1, 1, TestScenes.SIDE);
    TestScenes.texture(program("a").resolve("alley.png"), 1, 1, TestScenes.SIDE);
    program("empty");
    assertThat(ResultFolder.read(results, Colour.STORED))
        .extracting(ResultFolder::id)
        .containsExactly("a", "b");
  }

  @Test
  void read_noPictures_isRefused() {
    assertThatThrownBy(() -> ResultFolder.read(results, Colour.STORED))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there are none in " + results);
  }

  @Test
  void read_twoPicturesOfOneScene_isRefused() throws Exception {
    TestScenes.texture(results.resolve("alley.png"), 1, 1, TestScenes.SIDE);
    TestScenes.texture(results.resolve("alley.tif"), 1, 1, TestScenes.SIDE);
    assertThatThrownBy(() -> ResultFolder.read(results, Colour.STORED))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there must be one result for each scene");
  }

  @Test
  void fuse_resultOfAnotherSize_isRefusedWithBothSizes() throws Exception {
    Scene scene = TestScenes.pair(data, "alley", 1);
    TestScenes.texture(results.resolve("alley.png"), 1, 1, 20);
    ResultFolder folder = ResultFolder.read(results, Colour.STORED).get(0);
    Bracket bracket = Bracket.read(scene.under(), scene.over());
    assertThatThrownBy(() -> folder.fuse(scene, bracket))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a result must be as large as its scene, 48×48, but ")
        .hasMessageEndingWith("alley.png is 20×48 (height×width)");
  }

  @Test
  void onScenesOf_results_keepsTheirScenesOnly() throws Exception {
    List<Scene> scenes =
        List.of(TestScenes.pair(data, "alley", 1), TestScenes.pair(data, "bridge", 2));
    TestScenes.texture(results.resolve("bridge.png"), 1, 1, TestScenes.SIDE);
    List<ResultFolder> folders = ResultFolder.read(results, Colour.STORED);
    EvaluationPlan plan =
        new EvaluationPlan(
            List.of(folders.get(0), new MethodContender("average", FusionMethods.named("average"))),
            scenes,
            List.of(),
            List.of(Metrics.named("cc")),
            Colour.STORED,
            Frames.PAIR);
    assertThat(plan.onScenesOf(folders).scenes()).extracting(Scene::name).containsExactly("bridge");
    assertThat(plan.onScenesOf(folders).rows()).isEqualTo(2);
    TestScenes.texture(program("none").resolve("castle.png"), 1, 1, TestScenes.SIDE);
    List<ResultFolder> unrelated = ResultFolder.read(results.resolve("none"), Colour.STORED);
    assertThatThrownBy(() -> plan.onScenesOf(unrelated))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "fused results must be named after scenes, such as alley.png, but none in none is");
  }

  private Path program(String name) throws IOException {
    return Files.createDirectories(results.resolve(name));
  }
}
