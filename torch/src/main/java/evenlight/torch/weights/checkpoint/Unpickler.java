package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads Python's pickles, protocols 2 to 5, as far as checkpoints use them, and runs nothing.
 *
 * <p>A pickle is a programme for a machine with a stack. Here that machine makes maps, lists,
 * {@link Tuple}s, text and numbers; what would be a call of Python's is looked up in {@link
 * PickleGlobal}. The memory it takes is bounded by the number of its operations, which is limited,
 * and by the bytes that it was given.
 */
final class Unpickler {
  private static final int MOST_OPERATIONS = 1_000_000;
  private static final int MOST_INTEGER_BYTES = 255;
  private static final int STOP = '.';
  private static final Object MARK = new Object();

  private final Cursor in;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Long, Object> memo = new HashMap<>();

  private final Consumer<StorageReference> storages;

  private Unpickler(Cursor in, Consumer<StorageReference> storages) {
    this.in = in;
    this.storages = storages;
  }

  /** The next pickle's object; the bytes behind it are left for whoever comes next. */
  static Object read(Cursor in) throws IOException {
    return read(in, storage -> {});
  }

  /**
   * The same.
   *
   * @param storages is told of all that the pickle refers to
   */
  static Object read(Cursor in, Consumer<StorageReference> storages) throws IOException {
    return new Unpickler(in, storages).run();
  }

  private Object run() throws IOException {
    for (int operations = 0; operations < MOST_OPERATIONS; operations++) {
      int operation = in.unsignedByte();
      if (operation == STOP) {
        return pop();
      }
      if (!pushesNumber(operation)
          && !pushesText(operation)
          && !makesContainer(operation)
          && !fillsContainer(operation)
          && !remembers(operation)
          && !refers(operation)) {
        throw in.invalid("use the operations of a state dict", "0x%02x".formatted(operation));
      }
    }
    throw in.invalid("have at most %d operations".formatted(MOST_OPERATIONS), "more");
  }

  private boolean pushesNumber(int operation) throws IOException {
    switch (operation) {
      case 'N' -> stack.add(Placeholder.NONE);
      case 0x88 -> stack.add(true);
      case 0x89 -> stack.add(false);
      case 'K' -> stack.add((long) in.unsignedByte());
      case 'M' -> stack.add((long) in.unsignedShort());
      case 'J' -> stack.add((long) in.int32());
      case 'G' -> stack.add(in.bigEndianDouble());
      case 0x8a -> stack.add(integer(in.unsignedByte()));
      case 0x8b -> stack.add(integer(in.int32()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private Object integer(int length) throws IOException {
    if (length > MOST_INTEGER_BYTES) {
      throw in.invalid("have integers of a few bytes", length + " bytes");
    }
    byte[] bigEndian = new byte[Math.max(length, 0) + 1];
    ByteBuffer bytes = in.bytes(length);
    for (int i = 0; i < length; i++) {
      bigEndian[length - i] = bytes.get(i);
    }
    bigEndian[0] = (byte) (length > 0 && bigEndian[1] < 0 ? -1 : 0);
    BigInteger value = new BigInteger(bigEndian);
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private boolean pushesText(int operation) throws IOException {
    switch (operation) {
      case 'X' -> pushText(Integer.toUnsignedLong(in.int32()), StandardCharsets.UTF_8);
      case 0x8c -> pushText(in.unsignedByte(), StandardCharsets.UTF_8);
      case 0x8d -> pushText(in.int64(), StandardCharsets.UTF_8);
      case 'T', 'B' -> pushText(Integer.toUnsignedLong(in.int32()), StandardCharsets.ISO_8859_1);
      case 'U', 'C' -> pushText(in.unsignedByte(), StandardCharsets.ISO_8859_1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void pushText(long length, Charset charset) throws IOException {
    stack.add(in.text(length, charset));
  }

  private boolean makesContainer(int operation) throws IOException {
    switch (operation) {
      case '(' -> stack.add(MARK);
      case '}' -> stack.add(new LinkedHashMap<>());
      case ']' -> stack.add(new ArrayList<>());
      case ')' -> stack.add(new Tuple(List.of()));
      case 't' -> stack.add(new Tuple(popToMark()));
      case 0x85 -> stack.add(new Tuple(pop(1)));
      case 0x86 -> stack.add(new Tuple(pop(2)));
      case 0x87 -> stack.add(new Tuple(pop(3)));
      case 'l' -> stack.add(popToMark());
      case 'd' -> {
        List<Object> entries = popToMark();
        stack.add(new LinkedHashMap<>());
        put(entries);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean fillsContainer(int operation) throws IOException {
    switch (operation) {
      case 's' -> put(pop(2));
      case 'u' -> put(popToMark());
      case 'a' -> append(pop(1));
      case 'e' -> append(popToMark());
      case 'b', '0' -> pop(); // attributes of an object, such as a state dict's, are not used
      case '1' -> popToMark();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean remembers(int operation) throws IOException {
    switch (operation) {
      case 'q' -> memo.put((long) in.unsignedByte(), top());
      case 'r' -> memo.put(Integer.toUnsignedLong(in.int32()), top());
      case 0x94 -> memo.put((long) memo.size(), top());
      case 'h' -> recall(in.unsignedByte());
      case 'j' -> recall(Integer.toUnsignedLong(in.int32()));
      case '2' -> stack.add(top());
      case 0x80 -> in.unsignedByte(); // the protocol
      case 0x95 -> in.int64(); // the length of a frame
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean refers(int operation) throws IOException {
    switch (operation) {
      case 'c' -> stack.add(PickleGlobal.named(in.line(), in.line(), in.source()));
      case 0x93 -> {
        Tuple names = new Tuple(pop(2));
        String module = names.item(0, String.class, in.source());
        stack.add(
            PickleGlobal.named(module, names.item(1, String.class, in.source()), in.source()));
      }
      case 'R' -> {
        Tuple call = new Tuple(pop(2));
        PickleGlobal function = call.item(0, PickleGlobal.class, in.source());
        stack.add(function.call(call.item(1, Tuple.class, in.source()), in.source()));
      }
      case 'Q' -> {
        StorageReference storage = StorageReference.of(pop(), in.source());
        storages.accept(storage);
        stack.add(storage);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void recall(long key) throws IOException {
    Object value = memo.get(key);
    if (value == null) {
      throw in.invalid("refer to what it holds", "a reference to object " + key);
    }
    stack.add(value);
  }

  @SuppressWarnings("unchecked") // maps on the stack are those made here
  private void put(List<Object> entries) throws IOException {
    if (!(top() instanceof Map<?, ?>) || entries.size() % 2 != 0) {
      throw in.invalid("put pairs into dictionaries", "something else");
    }
    Map<Object, Object> target = (Map<Object, Object>) top();
    for (int i = 0; i < entries.size(); i += 2) {
      Object key = entries.get(i);
      if (!(key instanceof String || key instanceof Number || key instanceof Boolean)) {
        throw in.invalid("have text or numbers as keys", "a " + key.getClass().getSimpleName());
      }
      target.put(key, entries.get(i + 1));
    }
  }

  @SuppressWarnings("unchecked") // lists on the stack are those made here
  private void append(List<Object> items) throws IOException {
    if (!(top() instanceof List<?>)) {
      throw in.invalid("append to lists", "something else");
    }
    ((List<Object>) top()).addAll(items);
  }

  private Object top() throws IOException {
    if (stack.isEmpty() || stack.get(stack.size() - 1) == MARK) {
      throw in.invalid("use what is on its stack", "an empty stack");
    }
    return stack.get(stack.size() - 1);
  }

  private Object pop() throws IOException {
    Object top = top();
    stack.remove(stack.size() - 1);
    return top;
  }

  private List<Object> pop(int count) throws IOException {
    List<Object> popped = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      popped.add(0, pop());
    }
    return popped;
  }

  private List<Object> popToMark() throws IOException {
    int mark = stack.lastIndexOf(MARK);
    if (mark < 0) {
      throw in.invalid("use what is on its stack", "no mark");
    }
    List<Object> above = stack.subList(mark + 1, stack.size());
    List<Object> popped = new ArrayList<>(above);
    above.clear();
    stack.remove(mark);
    return popped;
  }
}
