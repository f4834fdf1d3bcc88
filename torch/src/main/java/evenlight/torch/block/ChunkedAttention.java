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
 * map exist at a time.
 */
public final class ChunkedAttention {
  private static final long CHUNK = 1024;

  private ChunkedAttention() {}

  /** From queries and keys B,d,h,w and values B,C,h,w to B,C,h,w. */
  public static Tensor attend(Tensor query, Tensor key, Tensor value) {
    return attend(query, key, value, CHUNK);
  }

  static Tensor attend(Tensor query, Tensor key, Tensor value, long chunk) {
    Tensor q = query.flatten(2, 3).transpose(1, 2); // B,N,d
    Tensor k = key.flatten(2, 3); // B,d,N
    Tensor v = value.flatten(2, 3).transpose(1, 2); // B,N,C
    long positions = q.size(1);
    List<Tensor> attended = new ArrayList<>();
    for (long start = 0; start < positions; start += chunk) {
      Tensor rows = q.narrow(1, start, Math.min(chunk, positions - start));
      attended.add(TensorScope.keepingResult(() -> torch.softmax(rows.bmm(k), 2).bmm(v))); // B,n,C
    }
    Tensor joined = Tensors.join(1, attended.toArray(Tensor[]::new)); // B,N,C
    return joined.transpose(1, 2).reshape(value.shape());
  }
}
