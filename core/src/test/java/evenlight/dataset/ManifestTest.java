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

class ManifestTest {
  @TempDir private Path folder;
  private Tree data;

  @BeforeEach
  void pictures() throws IOException {
    data = new Tree(folder).with("a/dark.jpg", "a/mid.jpg", "a/bright.jpg", "truth, a.png");
  }

  @Test
  void read_pairColumns_areRelativeToTheManifest() throws IOException {
    Path file =
        data.text("m.tsv", "Scene\tUnder\tOver\tsplit", "", "hall\ta/dark.jpg\ta/bright.jpg\tval");
    Dataset dataset = Dataset.read(file);
    assertThat(dataset.layout()).isEqualTo(Layout.MANIFEST);
    Scene scene = dataset.requireWhole().get(0);
    assertThat(scene.frames()).containsExactly(data.at("a/dark.jpg"), data.at("a/bright.jpg"));
    assertThat(scene.under()).isEqualTo(data.at("a/dark.jpg"));
    assertThat(scene.split()).isEqualTo(Split.VAL);
    assertThat(scene.pairNamed()).isTrue();
    assertThat(scene.groundTruth()).isEmpty();
  }

  @Test
  void read_framesColumn_separatesBySemicolon() throws IOException {
    Path file =
        data.text(
            "m.csv",
            "\ufeffscene,frames,gt",
            "hall , a/dark.jpg; a/mid.jpg;a/bright.jpg,\"truth, a.png\"");
    Scene scene = Dataset.read(file).requireWhole().get(0);
    assertThat(scene.name()).isEqualTo("hall");
    assertThat(scene.frames())
        .containsExactly(data.at("a/dark.jpg"), data.at("a/mid.jpg"), data.at("a/bright.jpg"));
    assertThat(scene.over()).isEqualTo(data.at("a/bright.jpg"));
    assertThat(scene.groundTruth()).contains(data.at("truth, a.png"));
    assertThat(scene.pairNamed()).isFalse();
  }

  @Test
  void read_framesAndPair_namesThePairAmongTheFrames() throws IOException {
    Path file =
        data.text(
            "m.tsv",
            "scene\tframes\tunder\tover",
            "hall\ta/dark.jpg;a/mid.jpg;a/bright.jpg\ta/mid.jpg\ta/bright.jpg",
            "room\t\ta/dark.jpg\ta/mid.jpg");
    List<Scene> scenes = Dataset.read(file).requireWhole();
    assertThat(scenes.get(0).frames()).hasSize(3);
    assertThat(scenes.get(0).under()).isEqualTo(data.at("a/mid.jpg"));
    assertThat(scenes.get(1).frames()).hasSize(2);
    assertThat(scenes).allMatch(Scene::pairNamed);
  }

  @Test
  void read_absolutePaths_areTaken() throws IOException {
    Path file =
        data.text(
            "m.csv",
            "scene,under,over",
            "hall,%s,%s".formatted(data.at("a/dark.jpg"), data.at("a/mid.jpg")));
    assertThat(Dataset.read(file).requireWhole()).hasSize(1);
  }

  @Test
  void read_faultyRows_areFaultsOfTheirScenes() throws IOException {
    Path file =
        data.text(
            "m.tsv",
            "scene\tunder\tover\tgt\tsplit",
            "good\ta/dark.jpg\ta/mid.jpg\t\t",
            "f1\ta/dark.jpg\t\t\t",
            "f2\ta/dark.jpg\ta/none.jpg\t\t",
            "f3\ta/dark.jpg\ta/mid.jpg\tnone.png\t",
            "f4\ta/dark.jpg\ta/dark.jpg\t\t",
            "f5\ta/dark.jpg\ta/mid.jpg\t\ttest",
            "f6\ta/dark.jpg\ta/mid.jpg\ta/dark.jpg\t",
            "../f7\ta/dark.jpg\ta/mid.jpg\t\t");
    Dataset dataset = Dataset.read(file);
    assertThat(dataset.scenes()).extracting(Scene::name).containsExactly("good");
    assertThat(dataset.faults())
        .extracting(Fault::error)
        .containsExactly(
            "the name of a scene must be usable as that of a file, but is \"../f7\"",
            "scene f1 must have under and over, or frames, but its row is"
                + " [f1, a/dark.jpg, , , ]",
            "the pictures of scene f2 must be files that exist, but there is none at "
                + data.at("a/none.jpg"),
            "the pictures of scene f3 must be files that exist, but there is none at "
                + data.at("none.png"),
            "under and over of scene f4 must be two of its frames, but are %s and %s"
                .formatted(data.at("a/dark.jpg"), data.at("a/dark.jpg")),
            "the split of scene f5 must be train or val, but is \"test\"",
            "the ground truth of scene f6 must be none of its frames, but is "
                + data.at("a/dark.jpg"));
  }

  @Test
  void read_brokenHeader_isRefused() throws IOException {
    refused("the table of scenes must have a header row, but is empty: ");
    refused("the table of scenes must have the column scene, but ", "hall,a/dark.jpg,a/mid.jpg");
    refused(
        "a manifest must have the columns under and over, or frames, but ",
        "scene,under",
        "hall,a/dark.jpg");
    refused("every column must be there once, but ", "scene,under,over,Under", "a,b,c,d");
  }

  @Test
  void read_brokenRow_isRefused() throws IOException {
    refused("must have 3 columns, but \"hall,a/dark.jpg\" has 2", header("hall,a/dark.jpg"));
    refused("must name its scene, but \",a,b\" does not", header(",a,b"));
    refused("every scene must have one row in ", header("hall,a,b", "hall,a,b"));
  }

  @Test
  void read_headerOnly_saysThatRowsAreMissing() throws IOException {
    refused("the data must hold a header and one row for each scene, but ", header());
  }

  @Test
  void read_picture_isNoTable() throws IOException {
    Path file = Files.write(folder.resolve("x.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    assertThatThrownBy(() -> Dataset.read(file))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("the table of scenes must be text in UTF-8, but %s is not".formatted(file));
  }

  private static String[] header(String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = "scene,under,over";
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return lines;
  }

  private void refused(String message, String... lines) throws IOException {
    Path file = data.text("broken.csv", lines);
    assertThatThrownBy(() -> Dataset.read(file))
        .isExactlyInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }
}
