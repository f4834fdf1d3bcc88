package evenlight.torch.tensor;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Owns every native object that the current thread makes while it is open, and frees them when it
 * closes.
 *
 * <p>One scope per training step or inference call. Callees never close what they are given; only
 * numbers and images leave a scope. Scopes nest: {@link #keepingResult} opens an inner one, so that
 * the intermediate results of a block do not live until the end of the call.
 */
public final class TensorScope implements AutoCloseable {
  private final PointerScope scope;

  /** Opens a scope; loads the natives if need be. */
  public TensorScope() {
    Natives.load();
    scope = new PointerScope();
  }

  /**
   * Runs a step in an inner scope and frees all that it makes but its result, which the enclosing
   * scope then owns. Where gradients are recorded, libtorch itself keeps what the way back needs.
   *
   * @throws IllegalStateException if no scope is open on this thread
   */
  public static Tensor keepingResult(Supplier<Tensor> step) {
    PointerScope outer = PointerScope.getInnerScope();
    if (outer == null) {
      throw new IllegalStateException("a tensor must be made within a scope, but none is open");
    }
    Tensor result;
    try (PointerScope inner = new PointerScope()) {
      result = step.get();
      result.retainReference();
    }
    outer.attach(result);
    result.releaseReference();
    return result;
  }

  @Override
  public void close() {
    scope.close();
  }
}
