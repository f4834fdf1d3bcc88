package evenlight.torch.weights.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checkpoints as TensorFlow 1 writes them, made up for tests. */
public final class TensorFlowFiles {
  private static final int ENTRIES_OF_A_BLOCK = 3;
  private static final int RESTART_INTERVAL = 2;
  private static final long FLOAT = 1;

  private TensorFlowFiles() {}

  /**
   * Writes {@code name.index} and its data.
   *
   * @param values of each tensor by name, in the order of its file
   */
  public static Path write(
      Path folder, String name, Map<String, List<Long>> shapes, Map<String, float[]> values)
      throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    SortedMap<String, byte[]> entries = new TreeMap<>();
    entries.put("", header());
    for (Map.Entry<String, List<Long>> tensor : new TreeMap<>(shapes).entrySet()) {
      byte[] bytes = PyTorchFiles.floats(Objects.requireNonNull(values.get(tensor.getKey())));
      entries.put(tensor.getKey(), entry(FLOAT, tensor.getValue(), data.size(), bytes));
      data.writeBytes(bytes);
    }
    Files.write(folder.resolve(name + ".data-00000-of-00001"), data.toByteArray());
    return Files.write(folder.resolve(name + ".index"), table(entries));
  }

  static byte[] header() {
    return new Message().number(1, 1).bytes(3, new Message().number(1, 1).toBytes()).toBytes();
  }

  static byte[] entry(long type, List<Long> shape, long offset, byte[] data) {
    Message dimensions = new Message();
    for (long size : shape) {
      dimensions.bytes(2, new Message().number(1, size).toBytes());
    }
    return new Message()
        .number(1, type)
        .bytes(2, dimensions.toBytes())
        .number(4, offset)
        .number(5, data.length)
        .fixed(6, MaskedChecksum.of(ByteBuffer.wrap(data)))
        .toBytes();
  }

  /** A sorted table of several blocks. */
  static byte[] table(SortedMap<String, byte[]> entries) {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    SortedMap<String, byte[]> handles = new TreeMap<>();
    List<String> keys = new ArrayList<>(entries.keySet());
    for (int from = 0; from < keys.size(); from += ENTRIES_OF_A_BLOCK) {
      SortedMap<String, byte[]> part = new TreeMap<>();
      for (String key : keys.subList(from, Math.min(from + ENTRIES_OF_A_BLOCK, keys.size()))) {
        part.put(key, entries.get(key));
      }
      handles.put(part.lastKey(), append(table, block(part)));
    }
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    footer.writeBytes(append(table, block(new TreeMap<>())));
    footer.writeBytes(append(table, block(handles)));
    footer.writeBytes(new byte[40 - footer.size()]);
    footer.writeBytes(littleEndian(Long.BYTES).putLong(0xdb4775248b80fb57L).array());
    table.writeBytes(footer.toByteArray());
    return table.toByteArray();
  }

  /** Appends a block and says where it lies. */
  private static byte[] append(ByteArrayOutputStream table, byte[] block) {
    Message handle = new Message().varint(table.size()).varint(block.length);
    byte[] checked = Arrays.copyOf(block, block.length + 1); // 0 at its end: not compressed
    table.writeBytes(checked);
    int checksum = MaskedChecksum.of(ByteBuffer.wrap(checked));
    table.writeBytes(littleEndian(Integer.BYTES).putInt(checksum).array());
    return handle.toBytes();
  }

  private static byte[] block(SortedMap<String, byte[]> entries) {
    Message block = new Message();
    List<Integer> restarts = new ArrayList<>(List.of(0));
    String last = "";
    int count = 0;
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      int shared = 0;
      String key = entry.getKey();
      if (count % RESTART_INTERVAL == 0 && count > 0) {
        restarts.add(block.toBytes().length);
      } else {
        while (shared < Math.min(last.length(), key.length())
            && last.charAt(shared) == key.charAt(shared)) {
          shared++;
        }
      }
      block.varint(shared).varint(key.length() - shared).varint(entry.getValue().length);
      block.raw(key.substring(shared).getBytes(StandardCharsets.US_ASCII)).raw(entry.getValue());
      last = key;
      count++;
    }
    restarts.add(restarts.size());
    restarts.forEach(at -> block.raw(littleEndian(Integer.BYTES).putInt(at).array()));
    return block.toBytes();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A message in the wire format of protocol buffers, and what else is made of its parts. */
  static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      return value == 0 ? this : varint((long) field << 3).varint(value);
    }

    Message fixed(int field, int value) {
      return varint((long) field << 3 | 5).raw(littleEndian(Integer.BYTES).putInt(value).array());
    }

    Message bytes(int field, byte[] value) {
      return varint((long) field << 3 | 2).varint(value.length).raw(value);
    }

    Message varint(long value) {
      long rest = value;
      while (rest >>> 7 != 0) {
        out.write((int) (rest & 127) | 128);
        rest >>>= 7;
      }
      out.write((int) rest);
      return this;
    }

    Message raw(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    byte[] toBytes() {
      return out.toByteArray();
    }
  }
}
