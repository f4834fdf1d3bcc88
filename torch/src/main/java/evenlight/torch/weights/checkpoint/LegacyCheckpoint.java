package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what PyTorch wrote before version 1.6: pickles of a magic number, a version, the machine
 * and the object; then one of the storages' keys; then for each of them a count and its numbers.
 */
final class LegacyCheckpoint {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long VERSION = 1001;

  private final Cursor in;
  private final Map<String, StorageReference> references = new HashMap<>();
  private final Map<String, ByteBuffer> storages = new HashMap<>();

  private LegacyCheckpoint(Cursor in) {
    this.in = in;
  }

  static Map<String, StoredTensor> read(Path file) throws IOException {
    return new LegacyCheckpoint(new Cursor(Checkpoint.bytes(file), file.toString())).tensors();
  }

  private Map<String, StoredTensor> tensors() throws IOException {
    require(Unpickler.read(in).equals(MAGIC), "start with PyTorch's magic number", "another");
    Object version = Unpickler.read(in);
    require(version.equals(VERSION), "be of version " + VERSION, "another");
    boolean littleEndian =
        Unpickler.read(in) instanceof Map<?, ?> machine
            && Boolean.TRUE.equals(machine.get("little_endian"));
    require(littleEndian, "have little-endian numbers", "others");
    Object pickled =
        Unpickler.read(in, reference -> references.putIfAbsent(reference.key(), reference));
    final Map<String, PickledTensor> described = StateDict.of(pickled, in.source());
    Object keys = Unpickler.read(in);
    require(keys instanceof List<?>, "list its storages", "something else");
    for (Object key : (List<?>) keys) {
      readStorage(key);
    }
    return located(described);
  }

  private void readStorage(Object key) throws IOException {
    StorageReference reference = references.get(key);
    long count = in.int64();
    if (reference == null || reference.count() != count) {
      throw in.invalid(
          "have the storages that its pickle names", "another one of %d numbers".formatted(count));
    }
    int size = reference.type().bytes();
    require(
        count >= 0 && count <= in.remaining() / size,
        "be complete",
        "%d bytes for %d numbers of %s".formatted(in.remaining(), count, reference.type().title()));
    storages.put(reference.key(), in.bytes(count * size));
  }

  private Map<String, StoredTensor> located(Map<String, PickledTensor> described)
      throws IOException {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, PickledTensor> entry : described.entrySet()) {
      PickledTensor tensor = entry.getValue();
      StorageReference storage = tensor.storage();
      ByteBuffer data = storages.get(storage.key());
      if (data == null || !storage.equals(references.get(storage.key()))) {
        throw in.invalid("have the storages of its tensors", "none for " + entry.getKey());
      }
      tensors.put(entry.getKey(), tensor.in(data, entry.getKey() + " of " + in.source()));
    }
    return tensors;
  }

  private void require(boolean holds, String must, String found) throws IOException {
    if (!holds) {
      throw in.invalid(must, found);
    }
  }
}
