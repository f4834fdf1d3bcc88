package evenlight.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A checkpoint as PyTorch wrote them before its zip archives: all tensors are parts of one storage,
 * and all their numbers are the same.
 */
final class MadeUpCheckpoint {
  private static final String MAGIC = "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.";
  private static final String VERSION = "\u0080\u0002M\u00e9\u0003.";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private MadeUpCheckpoint() {}

  static byte[] of(Map<String, List<Long>> shapes, float value) {
    MadeUpCheckpoint checkpoint = new MadeUpCheckpoint();
    checkpoint.raw(MAGIC + VERSION + "\u0080\u0002}");
    checkpoint.text("little_endian");
    checkpoint.raw("\u0088s.\u0080\u0002}");
    int count = shapes.values().stream().mapToInt(MadeUpCheckpoint::count).sum();
    int offset = 0;
    for (Map.Entry<String, List<Long>> tensor : shapes.entrySet()) {
      checkpoint.text(tensor.getKey());
      checkpoint.tensor(tensor.getValue(), offset, count);
      offset += count(tensor.getValue());
    }
    checkpoint.raw(".\u0080\u0002]");
    checkpoint.text("0");
    checkpoint.raw("a.");
    checkpoint.numbers(count, value);
    return checkpoint.out.toByteArray();
  }

  private static int count(List<Long> shape) {
    return shape.stream().reduce(1L, Math::multiplyExact).intValue();
  }

  private void tensor(List<Long> shape, int offset, int count) {
    raw("ctorch._utils\n_rebuild_tensor\n((");
    text("storage");
    raw("ctorch\nFloatStorage\n");
    text("0");
    text("cpu");
    integer(count);
    raw("tQ");
    integer(offset);
    raw("(");
    shape.forEach(size -> integer(size.intValue()));
    raw("t(");
    int stride = count(shape);
    for (long size : shape) {
      stride /= (int) size;
      integer(stride);
    }
    raw("ttRs");
  }

  private void numbers(int count, float value) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(count);
    while (bytes.hasRemaining()) {
      bytes.putFloat(value);
    }
    out.writeBytes(bytes.array());
  }

  private void text(String text) {
    raw("X");
    int32(text.length());
    raw(text);
  }

  private void integer(int value) {
    raw("J");
    int32(value);
  }

  private void int32(int value) {
    out.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private void raw(String bytes) {
    out.writeBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
