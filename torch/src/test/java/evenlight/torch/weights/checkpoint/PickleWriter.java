package evenlight.torch.weights.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Pickles values as Python's protocol 2 does: maps, lists, tuples, text, numbers and calls. */
final class PickleWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private PickleWriter() {}

  /** Something of a module. */
  record Global(String module, String name) {}

  /** A call of something with its arguments. */
  record Call(Global function, Tuple arguments) {}

  /** A reference to what lies outside. */
  record Persistent(Tuple identifier) {}

  static byte[] pickle(Object value) {
    PickleWriter writer = new PickleWriter();
    writer.bytes(0x80, 2);
    writer.write(value);
    writer.bytes('.');
    return writer.out.toByteArray();
  }

  private void write(Object value) {
    if (value instanceof String text) {
      text(text);
    } else if (value instanceof Boolean truth) {
      bytes(truth ? 0x88 : 0x89);
    } else if (value instanceof Double real) {
      bytes('G');
      out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(real).array());
    } else if (value instanceof Number number) {
      bytes(0x8a, Long.BYTES);
      out.writeBytes(littleEndian(Long.BYTES).putLong(number.longValue()).array());
    } else if (value == Placeholder.NONE) {
      bytes('N');
    } else {
      container(value);
    }
  }

  private void container(Object value) {
    if (value instanceof Tuple tuple) {
      bytes('(');
      tuple.items().forEach(this::write);
      bytes('t');
    } else if (value instanceof List<?> list) {
      bytes(']', '(');
      list.forEach(this::write);
      bytes('e');
    } else if (value instanceof Map<?, ?> map) {
      bytes('}', '(');
      map.forEach(
          (key, item) -> {
            write(key);
            write(item);
          });
      bytes('u');
    } else {
      reference(value);
    }
  }

  private void reference(Object value) {
    if (value instanceof Global global) {
      bytes('c');
      out.writeBytes(
          (global.module() + "\n" + global.name() + "\n").getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof Call call) {
      write(call.function());
      write(call.arguments());
      bytes('R');
    } else if (value instanceof Persistent persistent) {
      write(persistent.identifier());
      bytes('Q');
    } else {
      throw new IllegalArgumentException("no way to pickle " + value);
    }
  }

  private void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    bytes('X');
    out.writeBytes(littleEndian(Integer.BYTES).putInt(encoded.length).array());
    out.writeBytes(encoded);
  }

  private void bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
