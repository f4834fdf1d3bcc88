package evenlight.torch.weights.checkpoint;

import java.nio.ByteBuffer;
import java.util.Locale;

/** What a tensor of a checkpoint is made of. */
public enum ElementType {
  /** Single precision. */
  FLOAT32(Float.BYTES),
  /** Double precision. */
  FLOAT64(Double.BYTES),
  /** Half precision. */
  FLOAT16(Short.BYTES),
  /** The upper half of single precision. */
  BFLOAT16(Short.BYTES),
  /** Integers of eight bytes, such as counters of batches. */
  INT64(Long.BYTES),
  /** Integers of four bytes, such as counters of steps. */
  INT32(Integer.BYTES),
  /** Integers of two bytes. */
  INT16(Short.BYTES),
  /** Integers of one byte. */
  INT8(1),
  /** Integers of one byte, from 0. */
  UINT8(1),
  /** Yes or no, a byte each. */
  BOOL(1),
  /** Text, of which only the number of bytes is known. */
  STRING(1);

  private static final int HALF_EXPONENT_BIAS = 15;
  private static final int HALF_FRACTION_BITS = 10;
  private static final int HALF_LARGEST_EXPONENT = 31;

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  int bytes() {
    return bytes;
  }

  /** Whether a network computes with such; integers are bookkeeping. */
  public boolean isFloatingPoint() {
    return switch (this) {
      case FLOAT32, FLOAT64, FLOAT16, BFLOAT16 -> true;
      default -> false;
    };
  }

  /** As PyTorch and TensorFlow call it. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One element, rounded to single precision; only of floating-point types. */
  float value(ByteBuffer data, int index) {
    int position = index * bytes;
    return switch (this) {
      case FLOAT32 -> data.getFloat(position);
      case FLOAT64 -> (float) data.getDouble(position);
      case FLOAT16 -> half(data.getShort(position));
      case BFLOAT16 -> Float.intBitsToFloat(data.getShort(position) << Short.SIZE);
      default -> throw new IllegalStateException("values must be floating-point, not " + title());
    };
  }

  private static float half(short bits) {
    int exponent = bits >> HALF_FRACTION_BITS & HALF_LARGEST_EXPONENT;
    int fraction = bits & (1 << HALF_FRACTION_BITS) - 1;
    float sign = bits < 0 ? -1 : 1;
    if (exponent == HALF_LARGEST_EXPONENT) {
      return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
    }
    int whole = exponent == 0 ? fraction : fraction | 1 << HALF_FRACTION_BITS;
    int power = Math.max(exponent, 1) - HALF_EXPONENT_BIAS - HALF_FRACTION_BITS;
    return sign * Math.scalb((float) whole, power);
  }
}
