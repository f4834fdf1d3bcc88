package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.util.List;

/**
 * The numbers of one or several tensors, which lie behind or beside the pickle that names them.
 *
 * @param type of each
 * @param key their name
 * @param count how many there are
 */
record StorageReference(ElementType type, String key, long count) {
  private static final int KEY = 2;
  private static final int COUNT = 4;
  private static final int VIEW = 5;

  /** What a pickle's persistent identifier names: ("storage", type, key, device, count). */
  static StorageReference of(Object identifier, String source) throws IOException {
    Tuple tuple = new Tuple(List.of(identifier)).item(0, Tuple.class, source);
    PickleGlobal type = tuple.item(1, PickleGlobal.class, source);
    if (!tuple.item(0, String.class, source).equals("storage") || tuple.items().size() > VIEW + 1) {
      throw Checkpoint.invalid("refer to storages only", "another reference", source);
    }
    if (tuple.items().size() > VIEW && tuple.items().get(VIEW) != Placeholder.NONE) {
      throw Checkpoint.invalid("have whole storages", "a part of one", source);
    }
    return new StorageReference(
        type.elementType(source),
        tuple.item(KEY, String.class, source),
        tuple.item(COUNT, Long.class, source));
  }
}
