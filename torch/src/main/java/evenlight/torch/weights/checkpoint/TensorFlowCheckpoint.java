package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a checkpoint of TensorFlow 1 or 2 in its second format: an index that says where each
 * tensor lies, and files of data. Checksums of both are checked.
 */
final class TensorFlowCheckpoint {
  /** The entry without a name is about the whole. */
  private static final String HEADER = "";

  private static final int SHARDS = 1;
  private static final int BYTE_ORDER = 2;
  private static final int MOST_SHARDS = 1000;

  private final Path index;
  private final List<Path> files;
  private final List<ByteBuffer> shards = new ArrayList<>();

  /** Of the data, which no tensor has used. */
  private long bytesLeft;

  private TensorFlowCheckpoint(Path index) {
    this.index = index;
    files = new ArrayList<>(List.of(index));
  }

  /**
   * Reads one.
   *
   * @param others files among which the data may be, where it does not lie beside the index
   */
  static Checkpoint read(Path index, Collection<Path> others) throws IOException {
    TensorFlowCheckpoint checkpoint = new TensorFlowCheckpoint(index);
    Map<String, ByteBuffer> entries = SortedTable.read(Checkpoint.bytes(index), index.toString());
    ByteBuffer header = entries.remove(HEADER);
    if (header == null) {
      throw Checkpoint.invalid("have a header in its index", "none", index.toString());
    }
    checkpoint.readShards(header, others);
    return new Checkpoint(
        Checkpoint.Program.TENSORFLOW, checkpoint.files, checkpoint.tensors(entries));
  }

  private void readShards(ByteBuffer header, Collection<Path> others) throws IOException {
    long count = 1;
    for (ProtoField field : ProtoField.all(header, index.toString())) {
      if (field.number() == SHARDS) {
        count = field.value();
      } else if (field.number() == BYTE_ORDER && field.value() != 0) {
        throw Checkpoint.invalid("have little-endian numbers", "others", index.toString());
      }
    }
    if (count < 1 || count > MOST_SHARDS) {
      throw Checkpoint.invalid(
          "have 1 to %d files of data".formatted(MOST_SHARDS),
          Long.toString(count),
          index.toString());
    }
    for (int i = 0; i < count; i++) {
      Path file = shard(i, count, others);
      bytesLeft += Files.size(file);
      if (bytesLeft > Checkpoint.MOST_BYTES) {
        throw Checkpoint.invalid(
            "have at most %d bytes".formatted(Checkpoint.MOST_BYTES), "more", file.toString());
      }
      files.add(file);
      shards.add(Checkpoint.bytes(file));
    }
  }

  private Path shard(int number, long count, Collection<Path> others) throws IOException {
    String indexName = String.valueOf(index.getFileName());
    String start =
        indexName.endsWith(Checkpoint.INDEX)
            ? indexName.substring(0, indexName.length() - Checkpoint.INDEX.length())
            : indexName;
    String name = String.format(Locale.ROOT, "%s.data-%05d-of-%05d", start, number, count);
    return Stream.concat(
            others.stream().filter(file -> file.endsWith(name)),
            Stream.of(index.resolveSibling(name)))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                Checkpoint.invalid(
                    "have its data beside its index", "no " + name, index.toString()));
  }

  private Map<String, StoredTensor> tensors(Map<String, ByteBuffer> entries) throws IOException {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, ByteBuffer> entry : entries.entrySet()) {
      BundleEntry described = BundleEntry.of(entry.getValue(), index.toString());
      tensors.put(entry.getKey(), tensor(entry.getKey(), described));
    }
    return tensors;
  }

  private StoredTensor tensor(String name, BundleEntry entry) throws IOException {
    if (entry.shard() < 0 || entry.shard() >= shards.size()) {
      throw Checkpoint.invalid(
          "have as many files of data as its index says",
          "file " + entry.shard(),
          index.toString());
    }
    String source = files.get(entry.shard() + 1).toString();
    Cursor data = new Cursor(shards.get(entry.shard()), source);
    data.skip(entry.offset());
    ByteBuffer bytes = data.bytes(entry.size());
    bytesLeft -= entry.size();
    if (bytesLeft < 0) {
      throw Checkpoint.invalid("have its tensors apart", "some that overlap", source);
    }
    if (entry.type() != ElementType.STRING && MaskedChecksum.of(bytes) != entry.checksum()) {
      throw Checkpoint.invalid("be as it was written", "another checksum of " + name, source);
    }
    return StoredTensor.filling(entry.type(), entry.shape(), bytes, name + " of " + source);
  }
}
