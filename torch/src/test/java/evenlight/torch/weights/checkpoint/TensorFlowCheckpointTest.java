package evenlight.torch.weights.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.weights.checkpoint.TensorFlowFiles.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFlowCheckpointTest {
  private static final Map<String, List<Long>> SHAPES =
      Map.of(
          "net/a/w", List.of(2L, 3L),
          "net/a/b", List.of(3L),
          "net/b/w", List.of(1L, 2L),
          "net/b/b", List.of(2L),
          "scale", List.of());

  private static final Map<String, float[]> VALUES =
      Map.of(
          "net/a/w", new float[] {1, 2, 3, 4, 5, 6},
          "net/a/b", new float[] {7, 8, 9},
          "net/b/w", new float[] {10, 11},
          "net/b/b", new float[] {12, 13},
          "scale", new float[] {14});

  @TempDir private Path folder;
  private Path index;
  private Path data;

  @BeforeEach
  void writeCheckpoint() throws IOException {
    index = TensorFlowFiles.write(folder, "m", SHAPES, VALUES);
    data = folder.resolve("m.data-00000-of-00001");
  }

  private static Checkpoint read(Path... files) throws IOException {
    List<Checkpoint> read = Checkpoint.readAll(List.of(files));
    assertThat(read).hasSize(1);
    return read.get(0);
  }

  @Test
  void read_index_givesTheTensorsOfItsData() throws IOException {
    Checkpoint read = read(index);
    assertThat(read.program()).isEqualTo(Checkpoint.Program.TENSORFLOW);
    assertThat(read.files()).containsExactly(index, data);
    assertThat(read.tensors().keySet()).containsExactlyInAnyOrderElementsOf(SHAPES.keySet());
    read.tensors()
        .forEach(
            (name, tensor) -> {
              assertThat(tensor.shape()).as(name).isEqualTo(SHAPES.get(name));
              assertThat(tensor.values()).as(name).isEqualTo(VALUES.get(name));
            });
  }

  @Test
  void read_dataOrItsNameInstead_isTheSame() throws IOException {
    assertThat(read(data).files()).containsExactly(index, data);
    assertThat(read(data, index).files()).containsExactly(index, data);
    assertThat(read(folder.resolve("m")).files()).containsExactly(index, data);
  }

  @Test
  void read_dataElsewhere_isTakenIfItIsNamed() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other")).resolve(data.getFileName());
    Files.move(data, other);
    assertThat(read(other, index).files()).containsExactly(index, other);
  }

  @Test
  void read_indexWithoutItsData_isRefused() throws IOException {
    Files.delete(data);
    assertThatThrownBy(() -> read(index))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "a checkpoint must have its data beside its index, but found no"
                + " m.data-00000-of-00001 in "
                + index);
  }

  @Test
  void read_dataWithoutItsIndex_isRefused() throws IOException {
    Files.delete(index);
    assertThatThrownBy(() -> read(data))
        .isInstanceOf(IOException.class)
        .hasMessage("a checkpoint must be a readable file, but there is none at " + index);
  }

  @Test
  void read_everyTruncation_isRefused() throws IOException {
    for (Path file : List.of(index, data)) {
      byte[] whole = Files.readAllBytes(file);
      for (int length = 0; length < whole.length; length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertRefused("");
      }
      Files.write(file, whole);
    }
  }

  @Test
  void read_otherNumbersThanWereWritten_areNoticed() throws IOException {
    byte[] bytes = Files.readAllBytes(data);
    bytes[5]++;
    Files.write(data, bytes);
    assertRefused("be as it was written, but found another checksum of net/a/b");
  }

  /** Every bit of an index matters, but those between its handles and its last eight bytes. */
  @Test
  void read_damagedIndex_neverFailsInAnotherWay() throws IOException {
    byte[] whole = Files.readAllBytes(index);
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(index, damaged);
      try {
        assertThat(read(index).tensors()).hasSameSizeAs(SHAPES);
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("a checkpoint must ");
      }
    }
  }

  @Test
  void read_absurdSizes_areRefused() throws IOException {
    byte[] one = PyTorchFiles.floats(1);
    Files.write(data, one);
    writeIndex("w", TensorFlowFiles.entry(1, List.of(1L << 40), 0, one));
    assertRefused("have data of the size of its tensors");
    writeIndex("w", new Message().number(1, 1).number(5, 1L << 62).toBytes());
    assertRefused("be complete");
    writeIndex("w", new Message().number(1, 1).number(4, -1).number(5, 4).toBytes());
    assertRefused("be complete");
    writeIndex("w", new Message().number(1, 1).number(3, 5).number(5, 4).toBytes());
    assertRefused("have as many files of data as its index says");
  }

  @Test
  void read_whatIsNotSupported_isRefused() throws IOException {
    writeIndex("w", new Message().number(1, 8).number(5, 4).toBytes());
    assertRefused("have numbers of a known type, but found type 8");
    writeIndex("w", new Message().number(1, 1).bytes(7, new byte[0]).toBytes());
    assertRefused("have its tensors in one piece");
    writeIndex("", new Message().number(1, 1).number(2, 1).toBytes());
    assertRefused("have little-endian numbers");
    writeIndex("", new Message().number(1, 1 << 30).toBytes());
    assertRefused("have 1 to 1000 files of data");
  }

  @Test
  void read_integersAndText_areOfTheirTypes() throws IOException {
    Files.write(data, new byte[12]);
    SortedMap<String, byte[]> entries = new TreeMap<>();
    entries.put("", TensorFlowFiles.header());
    entries.put("step", TensorFlowFiles.entry(9, List.of(), 0, new byte[8]));
    entries.put("text", new Message().number(1, 7).number(4, 8).number(5, 4).toBytes());
    Files.write(index, TensorFlowFiles.table(entries));
    Checkpoint read = read(index);
    assertThat(Objects.requireNonNull(read.tensors().get("step")).type())
        .isEqualTo(ElementType.INT64);
    assertThat(Objects.requireNonNull(read.tensors().get("text")).type())
        .isEqualTo(ElementType.STRING);
  }

  /** An index of a header and a tensor, or of another header. */
  private void writeIndex(String name, byte[] entry) throws IOException {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    entries.put("", TensorFlowFiles.header());
    entries.put(name, entry);
    Files.write(index, TensorFlowFiles.table(entries));
  }

  private void assertRefused(String must) {
    assertThatThrownBy(() -> read(index))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a checkpoint must " + must)
        .hasMessageContaining("m.");
  }
}
