package evenlight.fusion;

/** A native library that a method needs is missing or does not work on this platform. */
public final class NativeLibraryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is missing, on which platform, and what to add. */
  public NativeLibraryException(String message, Throwable cause) {
    super(message, cause);
  }
}
