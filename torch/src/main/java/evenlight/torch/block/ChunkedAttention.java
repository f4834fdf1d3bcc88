package evenlight.torch.block;

import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Attention of every position to every other, exact, in memory that grows with the number of
 * positions and not with its square.
 *
 * <p>{@code softmax(qᵀ k) v} for each image by itself, without the scaling of 1/√d. Queries go
 * through in chunks, each against all keys, so that at most {@value #CHUNK} rows of the attention
 * map exist at a time, and no more than {@value #MOST_SCORES} numbers of it.
 */
public final class ChunkedAttention {
  private static final long CHUNK = 1024;
  private static final long MOST_SCORES = 1 << 26;

  private ChunkedAttention() {}

  /** From queries and keys B,d,h,w and values B,C,h,w to B,C,h,w. */
  public static Tensor attend(Tensor query, Tensor key, Tensor value) {
    return attend(query, key, value, CHUNK);
  }

  static Tensor attend(Tensor query, Tensor key, Tensor value, long chunk) {
    Tensor q = query.flatten(2, 3).transpose(1, 2); // B,N,d
    Tensor k = key.flatten(2, 3); // B,d,N
    Tensor v = value.flatten(2, 3).transpose(1, 2); // B,N,C
    return rows(q, k, v, chunk).transpose(1, 2).reshape(value.shape());
  }

  /** From queries B,N,d, keys B,d,N and values B,N,C to B,N,C. */
  public static Tensor rows(Tensor queries, Tensor keys, Tensor values) {
    return rows(queries, keys, values, CHUNK);
  }

  private static Tensor rows(Tensor queries, Tensor keys, Tensor values, long chunk) {
    long positions = queries.size(1);
    long length = Math.max(1, Math.min(chunk, MOST_SCORES / positions));
    List<Tensor> attended = new ArrayList<>();
    for (long start = 0; start < positions; start += length) {
      Tensor some = queries.narrow(1, start, Math.min(length, positions - start));
      attended.add(
          TensorScope.keepingResult(() -> torch.softmax(some.bmm(keys), 2).bmm(values))); // B,n,C
    }
    return Tensors.join(1, attended.toArray(Tensor[]::new));
  }
}
