package evenlight.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Scene.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneFolderTest {
  @TempDir private Path temporary;
  private Path data;

  @BeforeEach
  void createData() throws IOException {
    data = Files.createDirectory(temporary.resolve("train"));
  }

  @Test
  void read_noTable_takesAllFramesInNumericalOrder() throws IOException {
    scene("harbour", "e10.jpg", "e2.jpg", "e1.png", "notes.txt");
    Scene scene = SceneFolder.read(data).get(0);
    assertThat(scene.name()).isEqualTo("harbour");
    assertThat(scene.frames())
        .extracting(frame -> frame.getFileName().toString())
        .containsExactly("e1.png", "e2.jpg", "e10.jpg");
    assertThat(scene.under()).isEqualTo(scene.frames().get(0));
    assertThat(scene.over()).isEqualTo(scene.frames().get(2));
    assertThat(scene.split()).isEqualTo(Split.TRAIN);
  }

  @Test
  void read_table_namesPairAndSplit() throws IOException {
    scene("harbour", "e1.jpg", "e2.jpg", "e3.jpg");
    scene("tower", "e1.jpg", "e2.jpg");
    table("scene\tunder\tover\tsplit", "harbour\te2.jpg\te3.jpg\tval");
    List<Scene> scenes = SceneFolder.read(data);
    assertThat(scenes).extracting(Scene::split).containsExactly(Split.VAL, Split.TRAIN);
    assertThat(scenes.get(0).under()).isEqualTo(data.resolve("harbour").resolve("e2.jpg"));
  }

  @Test
  void read_tableNamesMissingFrame_isRefused() throws IOException {
    scene("harbour", "e1.jpg", "e2.jpg");
    table("scene\tunder\tover\tsplit", "harbour\te1.jpg\te9.jpg\ttrain");
    assertThatThrownBy(() -> SceneFolder.read(data))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("under and over of scene harbour must be two of its frames")
        .hasMessageContaining("e9.jpg");
  }

  @Test
  void read_tableWithUnknownSplit_isRefused() throws IOException {
    scene("harbour", "e1.jpg", "e2.jpg");
    table("scene\tsplit", "harbour\tholiday");
    assertThatThrownBy(() -> SceneFolder.read(data))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "the split of scene harbour must be train or val, but is \"holiday\"");
  }

  @Test
  void read_raggedTable_quotesTheRow() throws IOException {
    scene("harbour", "e1.jpg", "e2.jpg");
    table("scene\tsplit", "harbour");
    assertThatThrownBy(() -> SceneFolder.read(data))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must have 2 columns, but \"harbour\" has 1");
  }

  @Test
  void read_oneFrame_namesTheScene() throws IOException {
    scene("harbour", "e1.jpg");
    assertThatThrownBy(() -> SceneFolder.read(data))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a scene must have at least 2 frames")
        .hasMessageContaining("harbour");
  }

  @Test
  void read_emptyFolder_saysWhatIsLookedFor() {
    assertThatThrownBy(() -> SceneFolder.read(data))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the data must hold one folder per scene with frames e1, e2");
  }

  @Test
  void read_noFolder_saysWhere() {
    assertThatThrownBy(() -> SceneFolder.read(data.resolve("nowhere")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the data must be a folder of scenes, but there is none at ");
  }

  private void scene(String name, String... files) throws IOException {
    Path folder = Files.createDirectory(data.resolve(name));
    for (String file : files) {
      Files.createFile(folder.resolve(file));
    }
  }

  private void table(String... lines) throws IOException {
    Files.write(temporary.resolve("train.tsv"), List.of(lines));
  }
}
