package evenlight.torch.weights.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.weights.checkpoint.PickleWriter.Call;
import evenlight.torch.weights.checkpoint.PickleWriter.Global;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zip archives and the format before them: what both must read, and what both must refuse. */
class PyTorchCheckpointTest {
  @TempDir private Path folder;

  private Map<String, StoredTensor> read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("net.pth"), bytes);
    List<Checkpoint> read = Checkpoint.readAll(List.of(file));
    assertThat(read).hasSize(1);
    assertThat(read.get(0).program()).isEqualTo(Checkpoint.Program.PYTORCH);
    assertThat(read.get(0).files()).containsExactly(file);
    return read.get(0).tensors();
  }

  /** Both formats of a state dict with storages of single precision. */
  private static List<byte[]> files(Object state, Map<String, byte[]> storages) {
    return List.of(
        PyTorchFiles.zip(PickleWriter.pickle(state), storages),
        PyTorchFiles.legacy(state, storages));
  }

  private static Map<String, byte[]> storage() {
    return Map.of("0", PyTorchFiles.floats(0, 1, 2, 3, 4, 5));
  }

  private static Map<String, byte[]> storages() {
    Map<String, byte[]> storages = new LinkedHashMap<>(storage());
    storages.put("1", PyTorchFiles.floats(7));
    return storages;
  }

  private static Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put(
        "w", PyTorchFiles.tensor("FloatStorage", "0", 6, 0, List.of(2L, 3L), List.of(3L, 1L)));
    state.put("b", PyTorchFiles.vector("1", 1));
    return state;
  }

  @Test
  void read_stateDict_givesItsTensors() throws IOException {
    for (byte[] file : files(state(), storages())) {
      Map<String, StoredTensor> tensors = read(file);
      assertThat(tensors.keySet()).containsExactly("w", "b");
      assertThat(Objects.requireNonNull(tensors.get("w")).shape()).containsExactly(2L, 3L);
      assertThat(Objects.requireNonNull(tensors.get("w")).values())
          .containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(Objects.requireNonNull(tensors.get("b")).values()).containsExactly(7);
    }
  }

  @Test
  void read_tensorsThatShareAStorage_takeTheirParts() throws IOException {
    Object first = PyTorchFiles.tensor("FloatStorage", "0", 6, 2, List.of(2L, 2L), List.of(1L, 2L));
    Object parameter =
        new Call(
            new Global("torch._utils", "_rebuild_parameter"),
            new Tuple(List.of(PyTorchFiles.vector("0", 6), true, Placeholder.NONE)));
    for (byte[] file : files(Map.of("a", first, "b", parameter), storage())) {
      Map<String, StoredTensor> tensors = read(file);
      assertThat(Objects.requireNonNull(tensors.get("a")).values()).containsExactly(2, 4, 3, 5);
      assertThat(Objects.requireNonNull(tensors.get("b")).values())
          .containsExactly(0, 1, 2, 3, 4, 5);
    }
  }

  @Test
  void read_stateDictBesideLosses_isFound() throws IOException {
    Map<String, Object> optimiser = Map.of("state", Map.of(0L, state()));
    Map<String, Object> root =
        Map.of("model", state(), "optimizer", optimiser, "loss", List.of(0.5, Double.NaN));
    for (byte[] file : files(root, storages())) {
      assertThat(read(file).keySet()).containsExactly("w", "b");
    }
  }

  @Test
  void read_twoStateDicts_isRefused() {
    for (byte[] file : files(Map.of("one", state(), "two", state()), storages())) {
      assertRefused(file, "hold one dictionary of tensors, itself or within");
    }
  }

  @Test
  void read_noDictionary_isRefused() {
    for (byte[] file : files(List.of(1L), storages())) {
      assertRefused(file, "hold a dictionary");
    }
  }

  @Test
  void read_forbiddenGlobal_isRefusedByName() {
    Map<String, Object> state = state();
    state.put("x", new Call(new Global("os", "system"), new Tuple(List.of("ls"))));
    for (byte[] file : files(state, storages())) {
      assertRefused(file, "name only what tensors need");
      assertThatThrownBy(() -> read(file)).hasMessageContaining("os.system in " + folder);
    }
  }

  @Test
  void read_storageThatIsNotThere_isRefused() {
    Map<String, Object> state = state();
    state.put("x", PyTorchFiles.vector("../../2", 6));
    for (byte[] file : files(state, storages())) {
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("a checkpoint must h");
    }
  }

  @Test
  void read_absurdSizes_areRefusedBeforeMemoryIsTaken() {
    for (long count : List.of(1L << 31, 1L << 62, Long.MAX_VALUE, -1L)) {
      for (byte[] file : files(Map.of("w", PyTorchFiles.vector("0", count)), storage())) {
        assertThatThrownBy(() -> read(file))
            .isInstanceOf(IOException.class)
            .hasMessageStartingWith("a checkpoint must have ");
      }
    }
    Object expanded =
        PyTorchFiles.tensor(
            "FloatStorage", "0", 6, 0, List.of(1L << 30, 1L << 30), List.of(0L, 0L));
    for (byte[] file : files(Map.of("w", expanded), storage())) {
      assertRefused(file, "place its tensors within their data");
    }
  }

  @Test
  void read_everyTruncation_isRefused() {
    for (byte[] file : files(state(), storages())) {
      for (int length = 0; length < file.length; length++) {
        assertRefused(Arrays.copyOf(file, length), "");
      }
    }
  }

  /** Whatever the bytes are, there are tensors, or an error that says what must hold. */
  @Test
  void read_damagedFiles_neverFailInAnotherWay() {
    Random random = new Random(11);
    for (byte[] file : files(state(), storages())) {
      for (int round = 0; round < 500; round++) {
        byte[] damaged = file.clone();
        damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        try {
          read(damaged).values().stream()
              .filter(tensor -> tensor.type().isFloatingPoint())
              .forEach(tensor -> assertThat(tensor.values()).isNotEmpty());
        } catch (IOException e) {
          assertThat(e.getMessage()).startsWith("a checkpoint must ").contains("net.pth");
        }
      }
    }
  }

  @Test
  void read_damagedNumbersInAnArchive_areNoticed() {
    byte[] file = PyTorchFiles.zip(PickleWriter.pickle(state()), storages());
    byte[] numbers = PyTorchFiles.floats(3, 4, 5);
    for (int i = 0; i < file.length - numbers.length; i++) {
      if (Arrays.equals(Arrays.copyOfRange(file, i, i + numbers.length), numbers)) {
        file[i]++;
        assertRefused(file, "be as it was written");
        return;
      }
    }
    throw new AssertionError("the numbers must be in the file");
  }

  @Test
  void read_missingFile_isNamed() {
    Path file = folder.resolve("none.pth");
    assertThatThrownBy(() -> Checkpoint.readAll(List.of(file)))
        .isInstanceOf(IOException.class)
        .hasMessage("a checkpoint must be a readable file, but there is none at " + file);
  }

  @Test
  void read_text_isRefused() {
    assertRefused(
        "these are no weights".getBytes(StandardCharsets.UTF_8), "be a file of PyTorch's");
  }

  private void assertRefused(byte[] file, String must) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a checkpoint must " + must)
        .hasMessageContaining("net.pth");
  }
}
