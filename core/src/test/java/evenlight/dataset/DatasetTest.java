package evenlight.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
  @TempDir private Path folder;
  private Tree data;

  @BeforeEach
  void root() {
    data = new Tree(folder);
  }

  @Test
  void read_scenes_areInNaturalOrder() throws IOException {
    for (String name : new String[] {"10", "2", "b1", "a10", "a9"}) {
      data.with(name + "/under.png", name + "/over.png");
    }
    Dataset dataset = Dataset.read(folder);
    assertThat(dataset.root()).isEqualTo(folder);
    assertThat(dataset.layout()).isEqualTo(Layout.SCENES);
    assertThat(dataset.scenes())
        .extracting(Scene::name)
        .containsExactly("2", "10", "a9", "a10", "b1");
  }

  @Test
  void read_twoLayoutsFit_asksForAName() throws IOException {
    data.with("hall/under.png", "hall/over.png", "Tree_A.png", "Tree_B.png");
    assertThatThrownBy(() -> Dataset.read(folder))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(
            "the data must have one layout, but %s fits several; name one of scenes, mefb"
                .formatted(folder));
    assertThat(Dataset.read(folder, Layout.SCENES).scenes()).hasSize(1);
    assertThat(Dataset.read(folder, Layout.MEFB).scenes()).hasSize(1);
  }

  @Test
  void read_namesOfTwoLayouts_takesTheOneWithWholeScenes() throws IOException {
    data.with("hall/under.png", "hall/over.png", "figure_A.png");
    assertThat(Dataset.read(folder).layout()).isEqualTo(Layout.SCENES);
  }

  @Test
  void read_namesOfTwoLayoutsAndNoneWhole_asksForAName() throws IOException {
    data.with("hall/under.png", "figure_A.png");
    assertThatThrownBy(() -> Dataset.read(folder))
        .hasMessageEndingWith("fits several; name one of scenes, mefb");
  }

  @Test
  void read_noWholeScene_isTheFirstFault() throws IOException {
    data.with("2/e1.png", "10/e1.png");
    assertThatThrownBy(() -> Dataset.read(folder))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(
            "a scene must have at least 2 frames e1, e2, ..., or else under and over, but %s has"
                + " e1.png",
            data.at("2"));
  }

  @Test
  void read_nothingFits_saysWhatIsLookedFor() throws IOException {
    data.with("hall/photo.png", "notes.txt");
    String expected =
        "the data must hold one folder per scene with frames e1, e2, ... or with under and over"
            + " (scenes), pairs NAME_A and NAME_B, together or in folders NAME (mefb), numbered"
            + " folders with frames 1, 2, ... and Label beside them (sice), the folders under and"
            + " over with pictures of equal names (folders), but %s holds none";
    assertThatThrownBy(() -> Dataset.read(folder))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(expected, folder);
    Path empty = Files.createDirectory(data.at("empty"));
    assertThatThrownBy(() -> Dataset.read(empty)).hasMessage(expected, empty);
  }

  @Test
  void read_notThere_saysWhere() {
    Path nowhere = data.at("nowhere");
    String expected = "the data must be a folder of scenes or a manifest, but there is none at ";
    assertThatThrownBy(() -> Dataset.read(nowhere))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(expected + nowhere);
    assertThatThrownBy(() -> Dataset.read(nowhere, Layout.MEFB)).hasMessage(expected + nowhere);
  }

  @Test
  void read_fileForFolderOrTheOtherWayRound_isRefused() throws IOException {
    Path file = data.text("m.tsv", "scene");
    assertThatThrownBy(() -> Dataset.read(file, Layout.SICE))
        .hasMessage("the data must be a folder for the layout sice, but %s is a file", file);
    assertThatThrownBy(() -> Dataset.read(folder, Layout.MANIFEST))
        .hasMessage("the data must be a file for the layout manifest, but %s is a folder", folder);
  }

  @Test
  void named_everyId_isItsLayout() {
    for (Layout layout : Layout.values()) {
      assertThat(Layout.named(layout.id())).isEqualTo(layout);
    }
    assertThatThrownBy(() -> Layout.named("raw"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the layout must be one of [scenes, mefb, sice, folders, manifest], but is \"raw\"");
  }
}
