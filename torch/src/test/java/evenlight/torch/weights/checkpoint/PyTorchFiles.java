package evenlight.torch.weights.checkpoint;

import evenlight.torch.weights.checkpoint.PickleWriter.Call;
import evenlight.torch.weights.checkpoint.PickleWriter.Global;
import evenlight.torch.weights.checkpoint.PickleWriter.Persistent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Checkpoints as PyTorch writes them, made up for tests. */
public final class PyTorchFiles {
  /** The number 1950a86a20f9469cfc6c, pickled. */
  private static final byte[] MAGIC = {
    (byte) 0x80,
    2,
    (byte) 0x8a,
    10,
    0x6c,
    (byte) 0xfc,
    (byte) 0x9c,
    0x46,
    (byte) 0xf9,
    0x20,
    0x6a,
    (byte) 0xa8,
    0x50,
    0x19,
    '.'
  };

  private PyTorchFiles() {}

  /** A tensor that lies anywhere in a storage. */
  static Object tensor(
      String type, String key, long count, long offset, List<Long> shape, List<Long> strides) {
    Tuple storage = new Tuple(List.of("storage", new Global("torch", type), key, "cpu", count));
    return new Call(
        new Global("torch._utils", "_rebuild_tensor_v2"),
        new Tuple(
            List.of(
                new Persistent(storage),
                offset,
                new Tuple(List.copyOf(shape)),
                new Tuple(List.copyOf(strides)),
                false,
                new Call(new Global("collections", "OrderedDict"), new Tuple(List.of())))));
  }

  /** A vector that fills its storage of float32. */
  static Object vector(String key, long count) {
    return tensor("FloatStorage", key, count, 0, List.of(count), List.of(1L));
  }

  /** A state dict of tensors of the same number everywhere, in the format of the zip archives. */
  public static byte[] zip(Map<String, List<Long>> shapes, float value) {
    Map<String, Object> state = new LinkedHashMap<>();
    Map<String, byte[]> storages = new LinkedHashMap<>();
    shapes.forEach((name, shape) -> add(state, storages, name, shape, value));
    return zip(PickleWriter.pickle(state), storages);
  }

  /** The same in the format before it. */
  public static byte[] legacy(Map<String, List<Long>> shapes, float value) {
    Map<String, Object> state = new LinkedHashMap<>();
    Map<String, byte[]> storages = new LinkedHashMap<>();
    shapes.forEach((name, shape) -> add(state, storages, name, shape, value));
    return legacy(state, storages);
  }

  private static void add(
      Map<String, Object> state,
      Map<String, byte[]> storages,
      String name,
      List<Long> shape,
      float value) {
    String key = Integer.toString(storages.size());
    long count = shape.stream().reduce(1L, Math::multiplyExact);
    List<Long> strides = new ArrayList<>();
    long stride = count;
    for (long size : shape) {
      stride /= size;
      strides.add(stride);
    }
    float[] values = new float[(int) count];
    Arrays.fill(values, value);
    storages.put(key, floats(values));
    state.put(name, tensor("FloatStorage", key, count, 0, shape, strides));
  }

  static byte[] floats(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  static byte[] zip(byte[] pickle, Map<String, byte[]> storages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "net/data.pkl", pickle);
      for (Map.Entry<String, byte[]> storage : storages.entrySet()) {
        store(zip, "net/data/" + storage.getKey(), storage.getValue());
      }
      store(zip, "net/version", new byte[] {'3', '\n'});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  static byte[] legacy(Object state, Map<String, byte[]> storages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(MAGIC);
    bytes.writeBytes(PickleWriter.pickle(1001L));
    bytes.writeBytes(PickleWriter.pickle(Map.of("little_endian", true)));
    bytes.writeBytes(PickleWriter.pickle(state));
    bytes.writeBytes(PickleWriter.pickle(List.copyOf(storages.keySet())));
    for (byte[] storage : storages.values()) {
      bytes.writeBytes(
          ByteBuffer.allocate(Long.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(storage.length / Float.BYTES)
              .array());
      bytes.writeBytes(storage);
    }
    return bytes.toByteArray();
  }
}
