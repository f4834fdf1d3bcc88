package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint may name of Python's modules. None of it is run: each has a counterpart here,
 * and a name that is not in this list is refused.
 */
enum PickleGlobal {
  ORDERED_DICT("collections", "OrderedDict"),
  REBUILD_TENSOR("torch._utils", "_rebuild_tensor"),
  REBUILD_TENSOR_V2("torch._utils", "_rebuild_tensor_v2"),
  REBUILD_PARAMETER("torch._utils", "_rebuild_parameter"),
  FLOAT_STORAGE("torch", "FloatStorage", ElementType.FLOAT32),
  DOUBLE_STORAGE("torch", "DoubleStorage", ElementType.FLOAT64),
  HALF_STORAGE("torch", "HalfStorage", ElementType.FLOAT16),
  BFLOAT16_STORAGE("torch", "BFloat16Storage", ElementType.BFLOAT16),
  LONG_STORAGE("torch", "LongStorage", ElementType.INT64),
  INT_STORAGE("torch", "IntStorage", ElementType.INT32),
  SHORT_STORAGE("torch", "ShortStorage", ElementType.INT16),
  CHAR_STORAGE("torch", "CharStorage", ElementType.INT8),
  BYTE_STORAGE("torch", "ByteStorage", ElementType.UINT8),
  BOOL_STORAGE("torch", "BoolStorage", ElementType.BOOL),
  NUMPY_SCALAR("numpy.core.multiarray", "scalar"),
  NUMPY_2_SCALAR("numpy._core.multiarray", "scalar"),
  NUMPY_DTYPE("numpy", "dtype"),
  ENCODE("_codecs", "encode");

  private final String module;
  private final String title;
  private final @Nullable ElementType elementType;

  PickleGlobal(String module, String title) {
    this(module, title, null);
  }

  PickleGlobal(String module, String title, @Nullable ElementType elementType) {
    this.module = module;
    this.title = title;
    this.elementType = elementType;
  }

  /**
   * The one of a name.
   *
   * @throws IOException if it is not allowed; the message names it
   */
  static PickleGlobal named(String module, String name, String source) throws IOException {
    for (PickleGlobal global : values()) {
      if (global.module.equals(module) && global.title.equals(name)) {
        return global;
      }
    }
    throw Checkpoint.invalid(
        "name only what tensors need (nothing of it was run)",
        "the forbidden global %s.%s".formatted(module, name),
        source);
  }

  /** What a storage is made of. */
  ElementType elementType(String source) throws IOException {
    if (elementType == null) {
      throw Checkpoint.invalid("have storages of a known type", module + "." + title, source);
    }
    return elementType;
  }

  /** What Python would make of these arguments, as far as it matters for tensors. */
  Object call(Tuple arguments, String source) throws IOException {
    return switch (this) {
      case ORDERED_DICT -> emptyDictionary(arguments, source);
      case REBUILD_TENSOR, REBUILD_TENSOR_V2 -> PickledTensor.rebuilt(arguments, source);
      case REBUILD_PARAMETER -> arguments.item(0, PickledTensor.class, source);
      case NUMPY_SCALAR, NUMPY_2_SCALAR, NUMPY_DTYPE, ENCODE -> Placeholder.UNUSED;
      default ->
          throw Checkpoint.invalid(
              "call nothing but what makes tensors", module + "." + title, source);
    };
  }

  /** Entries come afterwards; a list of them here could be given, and copied, many times. */
  private static Map<Object, Object> emptyDictionary(Tuple arguments, String source)
      throws IOException {
    if (!arguments.items().isEmpty()) {
      throw Checkpoint.invalid(
          "fill dictionaries entry by entry",
          "one made of %d arguments".formatted(arguments.items().size()),
          source);
    }
    return new LinkedHashMap<>();
  }
}
