package evenlight.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairFoldersTest {
  @TempDir private Path folder;
  private Tree data;

  @BeforeEach
  void root() {
    data = new Tree(folder);
  }

  @Test
  void read_equalNames_arePairs() throws IOException {
    data.with("Under/10.JPG", "Under/2.png", "OVER/2.jpg", "OVER/10.jpg", "gt/2.tif");
    data.with("Under/.DS_Store", "Under/Thumbs.db", "results/2.png");
    Dataset dataset = Dataset.read(folder);
    assertThat(dataset.layout()).isEqualTo(Layout.FOLDERS);
    assertThat(dataset.requireWhole())
        .containsExactly(
            Scene.ofPair("2", data.at("Under/2.png"), data.at("OVER/2.jpg"))
                .withGroundTruth(Optional.of(data.at("gt/2.tif"))),
            Scene.ofPair("10", data.at("Under/10.JPG"), data.at("OVER/10.jpg")));
  }

  @Test
  void read_namesInOtherCase_areEqual() throws IOException {
    data.with("under/Hall.jpg", "over/hall.JPG");
    assertThat(Dataset.read(folder).requireWhole())
        .containsExactly(Scene.ofPair("Hall", data.at("under/Hall.jpg"), data.at("over/hall.JPG")));
  }

  @Test
  void read_missingOrDoubleHalf_isFault() throws IOException {
    data.with("under/a.jpg", "over/a.jpg", "under/b.jpg", "over/c.jpg");
    data.with("under/d.jpg", "under/d.png", "over/d.jpg");
    assertThat(Dataset.read(folder).faults())
        .containsExactly(
            new Fault(
                "b",
                "scene b must have a picture under and over, but %s has none of its name"
                    .formatted(data.at("over"))),
            new Fault(
                "c",
                "scene c must have a picture under and over, but %s has none of its name"
                    .formatted(data.at("under"))),
            new Fault(
                "d",
                "there must be one d in %s, but there are d.jpg, d.png"
                    .formatted(data.at("under"))));
  }

  @Test
  void read_oneFolderOnly_namesTheOther() throws IOException {
    data.with("under/a.jpg");
    data.refusedAs(
        Layout.FOLDERS, "the data must have the folders under and over, but ", " has no over");
  }
}
