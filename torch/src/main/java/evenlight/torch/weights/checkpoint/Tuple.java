package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A tuple of a pickle.
 *
 * @param items in their order
 */
record Tuple(List<Object> items) {
  Tuple {
    items = List.copyOf(items);
  }

  /** An item that must be there and of a type. */
  <T> T item(int index, Class<T> type, String source) throws IOException {
    Object item = index < items.size() ? items.get(index) : Placeholder.NONE;
    if (!type.isInstance(item)) {
      throw Checkpoint.invalid(
          "have a %s as item %d of a tuple of %d"
              .formatted(type.getSimpleName(), index, items.size()),
          "a " + item.getClass().getSimpleName(),
          source);
    }
    return type.cast(item);
  }

  /** All items, which must be whole numbers. */
  List<Long> wholeNumbers(String source) throws IOException {
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      numbers.add(item(i, Long.class, source));
    }
    return numbers;
  }
}
