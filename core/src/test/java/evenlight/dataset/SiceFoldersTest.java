package evenlight.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiceFoldersTest {
  @TempDir private Path folder;
  private Tree data;

  @BeforeEach
  void root() {
    data = new Tree(folder);
  }

  @Test
  void read_numberedFolders_haveTheirLabel() throws IOException {
    data.with("10/1.JPG", "10/2.JPG", "10/10.JPG", "2/1.jpg", "2/2.jpg");
    data.with("Label/2.PNG", "Label/10.JPG", "Label/77.JPG", "notes/1.jpg");
    Dataset dataset = Dataset.read(folder);
    assertThat(dataset.layout()).isEqualTo(Layout.SICE);
    assertThat(dataset.requireWhole()).extracting(Scene::name).containsExactly("2", "10");
    Scene ten = dataset.scenes().get(1);
    assertThat(ten.frames())
        .containsExactly(data.at("10/1.JPG"), data.at("10/2.JPG"), data.at("10/10.JPG"));
    assertThat(ten.groundTruth()).contains(data.at("Label/10.JPG"));
    assertThat(ten.pairNamed()).isFalse();
    assertThat(dataset.scenes().get(0).groundTruth()).contains(data.at("Label/2.PNG"));
  }

  @Test
  void read_zerosBeforeNumbers_doNotCount() throws IOException {
    data.with("007/1.JPG", "007/2.JPG", "label/7.JPG");
    assertThat(Dataset.read(folder).scenes().get(0).groundTruth()).contains(data.at("label/7.JPG"));
  }

  @Test
  void read_noLabel_hasNoGroundTruth() throws IOException {
    data.with("1/1.JPG", "1/2.JPG");
    assertThat(Dataset.read(folder).scenes().get(0).groundTruth()).isEmpty();
    data.with("Label/2.JPG");
    assertThat(Dataset.read(folder).scenes().get(0).groundTruth()).isEmpty();
  }

  @Test
  void read_tooFewFramesOrTwoLabels_areFaults() throws IOException {
    data.with("1/1.JPG", "1/2.JPG", "2/1.JPG", "3/1.JPG", "3/2.JPG", "4/1.JPG", "4/1.png");
    data.with("Label/3.JPG", "Label/3.png");
    assertThat(Dataset.read(folder).faults())
        .containsExactly(
            new Fault(
                "2",
                "a scene must have at least 2 frames 1, 2, ..., but %s has 1.JPG"
                    .formatted(data.at("2"))),
            new Fault(
                "3",
                "there must be one picture 3 in %s, but there are 3.JPG, 3.png"
                    .formatted(data.at("Label"))),
            new Fault(
                "4",
                "there must be one frame 1 in %s, but there are 1.JPG, 1.png"
                    .formatted(data.at("4"))));
  }

  @Test
  void read_noNumberedFolder_saysWhatIsLookedFor() throws IOException {
    data.with("Label/1.JPG");
    data.refusedAs(
        Layout.SICE, "the data must hold numbered folders with frames 1, 2, ... and Label");
  }
}
