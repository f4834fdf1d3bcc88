package evenlight.torch.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decodes protocol buffers and the records that frame them, independently of what writes them. */
final class ProtoFields {
  private static final int CASTAGNOLI = 0x82f63b78;

  private final Map<Integer, List<Object>> fields = new TreeMap<>();

  private ProtoFields() {}

  /** The messages in a file of framed records whose checksums hold. */
  static List<ProtoFields> readRecords(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<ProtoFields> messages = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] length = new byte[Long.BYTES];
      in.get(length);
      assertThat(in.getInt()).isEqualTo(masked(length));
      byte[] content =
          new byte
              [Math.toIntExact(ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong())];
      in.get(content);
      assertThat(in.getInt()).isEqualTo(masked(content));
      messages.add(parse(content));
    }
    return messages;
  }

  private static int masked(byte[] bytes) {
    int checksum = checksum(bytes);
    return ((checksum >>> 15) | (checksum << 17)) + 0xa282ead8;
  }

  /** CRC-32C bit by bit. */
  static int checksum(byte[] bytes) {
    int rest = -1;
    for (byte value : bytes) {
      rest ^= value & 255;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        rest = (rest & 1) == 1 ? (rest >>> 1) ^ CASTAGNOLI : rest >>> 1;
      }
    }
    return ~rest;
  }

  static ProtoFields parse(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    ProtoFields message = new ProtoFields();
    while (in.hasRemaining()) {
      long key = varint(in);
      Object value =
          switch ((int) (key & 7)) {
            case 0 -> varint(in);
            case 1 -> in.getDouble();
            case 2 -> bytes(in);
            case 5 -> in.getFloat();
            default -> throw new AssertionError("wire type of key " + key);
          };
      message.fields.computeIfAbsent((int) (key >> 3), number -> new ArrayList<>()).add(value);
    }
    return message;
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[Math.toIntExact(varint(in))];
    in.get(bytes);
    return bytes;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 127) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private List<Object> all(int field) {
    return fields.getOrDefault(field, List.of());
  }

  boolean has(int field) {
    return fields.containsKey(field);
  }

  Object only(int field) {
    assertThat(all(field)).hasSize(1);
    return all(field).get(0);
  }

  byte[] bytes(int field) {
    return (byte[]) only(field);
  }

  String text(int field) {
    return new String(bytes(field), StandardCharsets.UTF_8);
  }

  ProtoFields message(int field) {
    return parse(bytes(field));
  }

  List<ProtoFields> messages(int field) {
    return all(field).stream().map(value -> parse((byte[]) value)).toList();
  }
}
