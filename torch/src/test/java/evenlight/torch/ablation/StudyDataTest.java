package evenlight.torch.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyDataTest {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void makeScenes() throws IOException {
    data = folder.resolve("data");
    StudyScenes.write(data, "cave", 1);
    StudyScenes.write(data, "dune", 2);
  }

  @Test
  void of_otherPicture_hasAnotherHash() throws IOException {
    String before = read(data).listing().hash();
    assertThat(read(data).listing().hash()).isEqualTo(before);
    StudyScenes.picture(data.resolve("dune/gt.png"), 3, 1);
    assertThat(read(data).listing().hash()).isNotEqualTo(before);
  }

  @Test
  void of_exchangedPair_hasAnotherHash() throws IOException {
    String before = read(data).listing().hash();
    Path under = data.resolve("dune/under.png");
    Path over = data.resolve("dune/over.png");
    byte[] dark = Files.readAllBytes(under);
    Files.copy(over, under, StandardCopyOption.REPLACE_EXISTING);
    Files.write(over, dark);
    assertThat(read(data).listing().hash()).isNotEqualTo(before);
  }

  @Test
  void label_namesTheFolderWithoutItsPlace() throws IOException {
    StudyData read = read(data);
    assertThat(read.label()).isEqualTo("data, scenes: 2, SHA-256 " + read.listing().hash());
  }

  @Test
  void scenesSharedWith_copiedFrame_isFound() throws IOException {
    Path test = folder.resolve("test");
    StudyScenes.write(test, "pond", 5);
    StudyScenes.write(test, "tree", 6);
    assertThat(read(test).scenesSharedWith(read(data))).isEmpty();
    Files.copy(
        data.resolve("cave/over.png"),
        test.resolve("tree/over.png"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(read(test).scenesSharedWith(read(data))).containsExactly("tree");
  }

  private static StudyData read(Path root) throws IOException {
    return StudyData.of(Dataset.read(root));
  }
}
