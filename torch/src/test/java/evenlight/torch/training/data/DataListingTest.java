package evenlight.torch.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.torch.training.TestScenes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataListingTest {
  @TempDir private Path folder;

  @Test
  void of_scene_listsEveryFileWithItsRole() throws IOException {
    Scene scene = TestScenes.of(folder, "hall", 20, 30, Split.VAL);
    Path truth = folder.resolve("gt.png");
    TestScenes.write(truth, 20, 30, 1);
    DataListing listing =
        DataListing.of(List.of(scene.withGroundTruth(java.util.Optional.of(truth))));
    assertThat(listing.text().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("scene\tsplit\tframe\trole\tsha256"),
            line -> assertThat(line).matches("hall\tval\te1.png\tunder\t[0-9a-f]{64}"),
            line -> assertThat(line).matches("hall\tval\te2.png\t-\t[0-9a-f]{64}"),
            line -> assertThat(line).matches("hall\tval\te3.png\tover\t[0-9a-f]{64}"),
            line -> assertThat(line).matches("hall\tval\tgt.png\tgt\t[0-9a-f]{64}"));
  }

  @Test
  void differences_changedFileAndFurtherScene_areNamed() throws IOException {
    Scene hall = TestScenes.of(folder, "hall", 20, 30, Split.TRAIN);
    DataListing before = DataListing.of(List.of(hall));
    TestScenes.write(hall.frames().get(1), 20, 30, 0.7);
    Scene yard = TestScenes.of(folder, "yard", 20, 30, Split.TRAIN);
    DataListing after = DataListing.of(List.of(hall, yard));
    assertThat(before.differences(after))
        .containsExactly("hall/e2.png", "yard/e1.png", "yard/e2.png", "yard/e3.png");
    assertThat(before.differences(before)).isEmpty();
    assertThat(before.hash()).isNotEqualTo(after.hash());
  }
}
