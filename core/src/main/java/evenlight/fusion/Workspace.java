package evenlight.fusion;

/**
 * The memory that fusing takes beside the exposures, the result included, in bytes; rather more
 * than less.
 *
 * @param heap of Java's heap
 * @param outside of the heap, for each fusion that goes on
 * @param libraries outside of the heap, once for the process
 */
public record Workspace(long heap, long outside, long libraries) {
  /** Of Java's heap alone, a number of bytes for each pixel. */
  public static Workspace ofPixels(long pixels, double bytes) {
    return new Workspace((long) (pixels * bytes), 0, 0);
  }
}
