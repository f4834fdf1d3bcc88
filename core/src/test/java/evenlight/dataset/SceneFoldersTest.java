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

class SceneFoldersTest {
  @TempDir private Path temporary;
  private Tree data;

  @BeforeEach
  void createData() throws IOException {
    data = new Tree(Files.createDirectory(temporary.resolve("train")));
  }

  @Test
  void read_numberedFrames_takesAllInNumericalOrder() throws IOException {
    data.with("harbour/e10.jpg", "harbour/e2.JPG", "harbour/E1.png", "harbour/notes.txt");
    Scene scene = only();
    assertThat(scene.name()).isEqualTo("harbour");
    assertThat(scene.frames())
        .extracting(Listing::name)
        .containsExactly("E1.png", "e2.JPG", "e10.jpg");
    assertThat(scene.under()).isEqualTo(scene.frames().get(0));
    assertThat(scene.over()).isEqualTo(scene.frames().get(2));
    assertThat(scene.split()).isEqualTo(Split.TRAIN);
    assertThat(scene.pairNamed()).isFalse();
    assertThat(scene.groundTruth()).isEmpty();
  }

  @Test
  void read_namedPair_isThatPair() throws IOException {
    data.with("hall/Over.TIFF", "hall/under.png", "hall/.under.png", "hall/Thumbs.db");
    Scene scene = only();
    assertThat(scene.frames())
        .containsExactly(data.at("hall/under.png"), data.at("hall/Over.TIFF"));
    assertThat(scene.under()).isEqualTo(data.at("hall/under.png"));
    assertThat(scene.over()).isEqualTo(data.at("hall/Over.TIFF"));
    assertThat(scene.pairNamed()).isTrue();
  }

  @Test
  void read_groundTruth_isNoFrame() throws IOException {
    data.with("a/e1.png", "a/e2.png", "a/e3.png", "a/GT.png");
    data.with("b/under.png", "b/over.png", "b/gt.tif");
    List<Scene> scenes = read().scenes();
    assertThat(scenes.get(0).groundTruth()).contains(data.at("a/GT.png"));
    assertThat(scenes.get(0).frames()).hasSize(3).doesNotContain(data.at("a/GT.png"));
    assertThat(scenes.get(1).groundTruth()).contains(data.at("b/gt.tif"));
    assertThat(scenes.get(1).frames()).hasSize(2);
  }

  @Test
  void read_table_namesPairAndSplit() throws IOException {
    data.with("harbour/e1.jpg", "harbour/e2.jpg", "harbour/e3.jpg");
    data.with("tower/e1.jpg", "tower/e2.jpg");
    table("scene\tframes\tunder\tover\tsplit", "harbour\t3\te2.jpg\te3.jpg\tval");
    List<Scene> scenes = read().scenes();
    assertThat(scenes).extracting(Scene::split).containsExactly(Split.VAL, Split.TRAIN);
    assertThat(scenes).extracting(Scene::pairNamed).containsExactly(true, false);
    assertThat(scenes.get(0).under()).isEqualTo(data.at("harbour/e2.jpg"));
    assertThat(scenes.get(0).frames()).hasSize(3);
  }

  @Test
  void read_tableWithEmptyCells_saysNothing() throws IOException {
    data.with("harbour/e1.jpg", "harbour/e2.jpg");
    table("scene\tunder\tover\tsplit", "harbour\t\t\t");
    assertThat(only())
        .isEqualTo(
            Scene.of(
                "harbour",
                List.of(data.at("harbour/e1.jpg"), data.at("harbour/e2.jpg")),
                Split.TRAIN));
  }

  @Test
  void read_tableNamesMissingFrame_isFault() throws IOException {
    data.with("harbour/e1.jpg", "harbour/e2.jpg");
    table("scene\tunder\tover\tsplit", "harbour\te1.jpg\te9.jpg\ttrain");
    data.refusedAs(
        Layout.SCENES, "under and over of scene harbour must be two of its frames", "e9.jpg");
  }

  @Test
  void read_tableWithUnknownSplit_isFault() throws IOException {
    data.with("harbour/e1.jpg", "harbour/e2.jpg");
    table("scene\tsplit", "harbour\tholiday");
    data.refusedAs(
        Layout.SCENES, "the split of scene harbour must be train or val, but is \"holiday\"");
  }

  @Test
  void read_raggedTable_isRefused() throws IOException {
    data.with("harbour/e1.jpg", "harbour/e2.jpg", "tower/e1.jpg", "tower/e2.jpg");
    table("scene\tsplit", "harbour");
    data.refusedAs(Layout.SCENES, "must have 2 columns, but \"harbour\" has 1");
  }

  @Test
  void read_faultyScene_leavesTheOthers() throws IOException {
    data.with("good/e1.jpg", "good/e2.jpg", "one/e1.jpg", "half/under.png", "bare/readme.txt");
    data.with("both/e1.png", "both/e2.png", "both/under.png", "both/over.png");
    Dataset dataset = read();
    assertThat(dataset.scenes()).extracting(Scene::name).containsExactly("good");
    assertThat(dataset.faults())
        .extracting(Fault::scene)
        .containsExactly("bare", "both", "half", "one");
    String rule = "a scene must have at least 2 frames e1, e2, ..., or else under and over, but ";
    assertThat(dataset.faults())
        .extracting(Fault::error)
        .containsExactly(
            rule + data.at("bare") + " has no pictures",
            rule + data.at("both") + " has e1.png, e2.png, over.png, under.png",
            rule + data.at("half") + " has under.png",
            rule + data.at("one") + " has e1.jpg");
    assertThatThrownBy(dataset::requireWhole)
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(rule + data.at("bare") + " has no pictures");
  }

  @Test
  void read_twoFilesOfOneName_isFault() throws IOException {
    data.with("good/e1.jpg", "good/e2.jpg");
    data.with("a/under.png", "a/under.jpg", "a/over.jpg");
    data.with("b/e1.png", "b/e01.jpg", "b/e2.jpg");
    data.with("c/e1.png", "c/e2.jpg", "c/gt.jpg", "c/gt.png");
    assertThat(read().faults())
        .containsExactly(
            new Fault(
                "a",
                "there must be one under in %s, but there are under.jpg, under.png"
                    .formatted(data.at("a"))),
            new Fault(
                "b",
                "there must be one frame 1 in %s, but there are e01.jpg, e1.png"
                    .formatted(data.at("b"))),
            new Fault(
                "c",
                "there must be one gt in %s, but there are gt.jpg, gt.png"
                    .formatted(data.at("c"))));
  }

  @Test
  void read_manyOtherPictures_namesSome() throws IOException {
    for (int i = 1; i < 10; i++) {
      data.with("roll/photo" + i + ".jpg");
    }
    data.refusedAs(Layout.SCENES, "photo1.jpg, photo2.jpg", "photo6.jpg and 3 more");
  }

  @Test
  void read_hiddenFolders_areNoScenes() throws IOException {
    data.with("good/e1.jpg", "good/e2.jpg", ".git/e1.jpg", "__MACOSX/good/._e1.jpg");
    assertThat(read().requireWhole()).extracting(Scene::name).containsExactly("good");
  }

  private Dataset read() throws IOException {
    return Dataset.read(data.root(), Layout.SCENES);
  }

  private Scene only() throws IOException {
    List<Scene> scenes = read().requireWhole();
    assertThat(scenes).hasSize(1);
    return scenes.get(0);
  }

  private void table(String... lines) throws IOException {
    Files.write(temporary.resolve("train.tsv"), List.of(lines));
  }
}
