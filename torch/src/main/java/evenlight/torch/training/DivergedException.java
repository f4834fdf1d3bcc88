package evenlight.torch.training;

/** The loss or its gradient is no finite number any more: training cannot go on. */
public final class DivergedException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /** Says what is not finite, and at which step. */
  public DivergedException(String message) {
    super(message);
  }
}
