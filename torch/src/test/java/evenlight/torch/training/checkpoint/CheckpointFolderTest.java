package evenlight.torch.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.training.checkpoint.Checkpoint.Part;
import evenlight.torch.weights.Weights.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
  @TempDir private Path home;
  private CheckpointFolder folder;
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void makeFolder() {
    folder = CheckpointFolder.of(home, "mine");
  }

  @Test
  void newest_written_isTheSameInAllItsParts() throws IOException {
    folder.write(checkpoint(7));
    Checkpoint read = folder.newest(notes::add).orElseThrow();
    assertThat(read.progress()).isEqualTo(checkpoint(7).progress());
    assertThat(read.plan()).isEqualTo("{\"a\":1}");
    assertThat(read.data()).isEqualTo("scene\tx\n");
    assertThat(read.part(Part.NETWORK).tensor("w").values()).containsExactly(7, Float.MIN_VALUE);
    assertThat(read.part(Part.MOMENTS).tensor("mean/w").values()).containsExactly(-0.1f, 3);
    assertThat(read.part(Part.BEST).tensors()).isEmpty();
    assertThat(notes).isEmpty();
  }

  @Test
  void write_third_removesTheFirst() throws IOException {
    folder.write(checkpoint(5));
    folder.write(checkpoint(10));
    folder.write(checkpoint(15));
    assertThat(files()).containsExactly("step-000000010.safetensors", "step-000000015.safetensors");
  }

  @Test
  void newest_lastOneDamaged_fallsBackAndSaysSo() throws IOException {
    folder.write(checkpoint(5));
    Path last = folder.write(checkpoint(10));
    byte[] bytes = Files.readAllBytes(last);
    bytes[bytes.length - 1] ^= 1;
    Files.write(last, bytes);
    assertThat(folder.newest(notes::add).orElseThrow().progress().step()).isEqualTo(5);
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("the checkpoint step-000000010.safetensors is damaged, going on from the one")
        .contains("must have the SHA-256 that it states");
  }

  @Test
  void newest_lastOneCutShort_fallsBackAndSaysSo() throws IOException {
    folder.write(checkpoint(5));
    Path last = folder.write(checkpoint(10));
    Files.write(last, java.util.Arrays.copyOf(Files.readAllBytes(last), 100));
    assertThat(folder.newest(notes::add).orElseThrow().progress().step()).isEqualTo(5);
    assertThat(notes).hasSize(1);
  }

  @Test
  void newest_allDamaged_isAnError() throws IOException {
    Files.writeString(folder.write(checkpoint(5)), "");
    assertThatThrownBy(() -> folder.newest(notes::add))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "at least one checkpoint in " + folder.path() + " must be whole, but none is: ");
  }

  @Test
  void newest_none_isEmpty() throws IOException {
    assertThat(folder.newest(notes::add)).isEmpty();
    assertThat(folder.isEmpty()).isTrue();
  }

  @Test
  void write_fileThatCannotBeWritten_leavesTheOldOnes() throws IOException {
    folder.write(checkpoint(5));
    folder.write(checkpoint(10));
    Path inTheWay = Files.createDirectory(folder.path().resolve("step-000000015.safetensors"));
    Files.writeString(inTheWay.resolve("inside"), "kept");
    assertThatThrownBy(() -> folder.write(checkpoint(15)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(inTheWay + " could not be written: ")
        .hasMessageNotContaining("\n");
    assertThat(folder.newest(notes::add).orElseThrow().progress().step()).isEqualTo(10);
    assertThat(files())
        .containsExactly(
            "step-000000005.safetensors",
            "step-000000010.safetensors",
            "step-000000015.safetensors");
  }

  @Test
  void clear_removesAllCheckpointsAndNothingElse() throws IOException {
    folder.write(checkpoint(5));
    Path other = Files.writeString(folder.path().resolve("notes.txt"), "mine");
    folder.clear();
    assertThat(folder.isEmpty()).isTrue();
    assertThat(other).exists();
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder.path())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Checkpoint checkpoint(int step) {
    return new Checkpoint(
        new Progress(step, 1234, new Progress.Best(3, 0.1 + 0.2, 1e-9, Map.of("cc", 0.25)), 2),
        "{\"a\":1}",
        "scene\tx\n",
        Map.of(
            Part.NETWORK,
            Map.of("w", new Parameter(new long[] {2}, new float[] {step, Float.MIN_VALUE})),
            Part.MOMENTS,
            Map.of("mean/w", new Parameter(new long[] {1, 2}, new float[] {-0.1f, 3}))));
  }
}
