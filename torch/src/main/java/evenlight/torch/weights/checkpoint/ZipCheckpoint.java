package evenlight.torch.weights.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads what PyTorch has written since version 1.6: a zip archive, stored without compression, of a
 * pickle and a file of numbers for each storage.
 */
final class ZipCheckpoint {
  private static final String PICKLE = "data.pkl";
  private static final String STORAGES = "data/";
  private static final String BYTE_ORDER = "byteorder";

  private final ZipFile archive;
  private final String folder;
  private final String source;
  private final Map<String, ByteBuffer> storages = new HashMap<>();
  private long bytesLeft = Checkpoint.MOST_BYTES;

  private ZipCheckpoint(ZipFile archive, String folder, String source) {
    this.archive = archive;
    this.folder = folder;
    this.source = source;
  }

  static Map<String, StoredTensor> read(Path file) throws IOException {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      return new ZipCheckpoint(archive, folder(archive, file), file.toString()).tensors();
    } catch (ZipException | EOFException e) {
      throw new IOException(
          "a checkpoint must be complete, but the zip archive %s is not (%s)".formatted(file, e),
          e);
    }
  }

  /** All lies in a folder that is called as the file was when it was written. */
  private static String folder(ZipFile archive, Path file) throws IOException {
    return archive.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
        .map(name -> name.substring(0, name.length() - PICKLE.length()))
        .findFirst()
        .orElseThrow(
            () ->
                Checkpoint.invalid(
                    "hold a " + PICKLE + " if it is a zip archive", "none", file.toString()));
  }

  private Map<String, StoredTensor> tensors() throws IOException {
    requireLittleEndian();
    ByteBuffer pickle = content(folder + PICKLE);
    Object root = Unpickler.read(new Cursor(pickle, source));
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, PickledTensor> entry : StateDict.of(root, source).entrySet()) {
      PickledTensor tensor = entry.getValue();
      tensors.put(
          entry.getKey(), tensor.in(storage(tensor.storage()), entry.getKey() + " of " + source));
    }
    return tensors;
  }

  private ByteBuffer storage(StorageReference reference) throws IOException {
    ByteBuffer storage = storages.get(reference.key());
    if (storage == null) {
      storage = content(folder + STORAGES + reference.key());
      storages.put(reference.key(), storage);
    }
    if (storage.remaining() / reference.type().bytes() != reference.count()) {
      throw Checkpoint.invalid(
          "have storages of the stated size",
          "%d bytes for %d numbers of %s"
              .formatted(storage.remaining(), reference.count(), reference.type().title()),
          source);
    }
    return storage;
  }

  private void requireLittleEndian() throws IOException {
    if (archive.getEntry(folder + BYTE_ORDER) == null) {
      return;
    }
    String order = StandardCharsets.US_ASCII.decode(content(folder + BYTE_ORDER)).toString();
    if (!order.equals("little")) {
      throw Checkpoint.invalid("have the byte order \"little\"", '"' + order + '"', source);
    }
  }

  /** What an entry holds, all of it together no more than a file may have. */
  private ByteBuffer content(String name) throws IOException {
    ZipEntry entry = archive.getEntry(name);
    if (entry == null) {
      throw Checkpoint.invalid("hold all that its pickle names", "no " + name, source);
    }
    if (entry.getMethod() != ZipEntry.STORED || entry.getSize() > bytesLeft) {
      throw Checkpoint.invalid(
          "have stored entries of at most %d bytes in all".formatted(Checkpoint.MOST_BYTES),
          "%s of %d bytes".formatted(name, entry.getSize()),
          source);
    }
    bytesLeft -= entry.getSize();
    CRC32 checksum = new CRC32();
    byte[] content;
    try (InputStream in = archive.getInputStream(entry)) {
      content = in.readAllBytes();
    }
    checksum.update(content);
    if (content.length != entry.getSize() || checksum.getValue() != entry.getCrc()) {
      throw Checkpoint.invalid("be as it was written", "another checksum for " + name, source);
    }
    return ByteBuffer.wrap(content);
  }
}
