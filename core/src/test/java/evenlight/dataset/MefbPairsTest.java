package evenlight.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MefbPairsTest {
  @TempDir private Path folder;
  private Tree data;

  @BeforeEach
  void root() {
    data = new Tree(folder);
  }

  @Test
  void read_pairsInOneFolder_areScenes() throws IOException {
    data.with("Tree_2_A.png", "Tree_2_B.jpg", "tree_10_a.TIF", "Tree_10_b.tif", "notes.pdf");
    Dataset dataset = Dataset.read(folder);
    assertThat(dataset.layout()).isEqualTo(Layout.MEFB);
    assertThat(dataset.requireWhole())
        .containsExactly(
            Scene.ofPair("Tree_2", data.at("Tree_2_A.png"), data.at("Tree_2_B.jpg")),
            Scene.ofPair("Tree_10", data.at("tree_10_a.TIF"), data.at("Tree_10_b.tif")));
  }

  @Test
  void read_foldersOfPairs_takesThoseOfTheFoldersName() throws IOException {
    data.with("Farmhouse/Farmhouse_A.png", "Farmhouse/FarmHouse_B.png", "Farmhouse/IMG_0003.png");
    data.with("Land/Land_A.jpg", "Land/Land_B.jpg", "Land/Land_over.jpg", "Land/ev.txt");
    Dataset dataset = Dataset.read(folder);
    assertThat(dataset.layout()).isEqualTo(Layout.MEFB);
    assertThat(dataset.requireWhole())
        .containsExactly(
            Scene.ofPair(
                "Farmhouse",
                data.at("Farmhouse/Farmhouse_A.png"),
                data.at("Farmhouse/FarmHouse_B.png")),
            Scene.ofPair("Land", data.at("Land/Land_A.jpg"), data.at("Land/Land_B.jpg")));
    assertThat(dataset.scenes()).allMatch(Scene::pairNamed);
  }

  @Test
  void read_missingHalf_isFault() throws IOException {
    data.with("Tree_A.png", "Tree_B.jpg", "Hall_A.png", "Lake_B.png");
    assertThat(Dataset.read(folder).faults())
        .containsExactly(
            new Fault(
                "Hall",
                ("scene Hall must have the pictures Hall_A and Hall_B in %s, but Hall_B is missing"
                        + " (Hall_A.png, Lake_B.png, Tree_A.png, Tree_B.jpg)")
                    .formatted(folder)),
            new Fault(
                "Lake",
                ("scene Lake must have the pictures Lake_A and Lake_B in %s, but Lake_A is missing"
                        + " (Hall_A.png, Lake_B.png, Tree_A.png, Tree_B.jpg)")
                    .formatted(folder)));
  }

  @Test
  void read_folderWithoutItsPair_isFault() throws IOException {
    data.with("Tree/Tree_A.png", "Tree/Tree_B.png", "Hall/1.png");
    assertThat(Dataset.read(folder).faults())
        .containsExactly(
            new Fault(
                "Hall",
                ("scene Hall must have the pictures Hall_A and Hall_B in %s, but Hall_A is missing"
                        + " (1.png)")
                    .formatted(data.at("Hall"))));
  }

  @Test
  void read_twoFilesForOneHalf_isFault() throws IOException {
    data.with("Tree_A.png", "Tree_B.jpg", "Hall_A.png", "Hall_A.jpg", "Hall_B.jpg");
    assertThat(Dataset.read(folder).faults())
        .containsExactly(
            new Fault(
                "Hall",
                "there must be one Hall_A in %s, but there are Hall_A.jpg, Hall_A.png"
                    .formatted(folder)));
  }

  @Test
  void read_noPairs_saysWhatIsLookedFor() throws IOException {
    data.with("x.png");
    data.refusedAs(
        Layout.MEFB,
        "the data must hold pairs NAME_A and NAME_B, together or in folders NAME, but ",
        " holds none");
  }
}
