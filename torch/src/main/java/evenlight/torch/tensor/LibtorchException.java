package evenlight.torch.tensor;

/** libtorch could not do what it was asked, as a rule for want of memory. */
public final class LibtorchException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private LibtorchException(String message, RuntimeException cause) {
    super(message, cause);
  }

  /**
   * Says which operation failed, with the first line of libtorch's own words.
   *
   * @param operation what was computed, and on which sizes
   */
  public static LibtorchException of(String operation, RuntimeException cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason");
    return new LibtorchException(operation + " failed in libtorch: " + message, cause);
  }
}
