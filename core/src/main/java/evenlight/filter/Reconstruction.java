package evenlight.filter;

/** Finds the plane whose differences come nearest to a gradient field. */
public interface Reconstruction {
  /**
   * The plane, which the field determines up to a constant.
   *
   * @param strips share the work; the bits do not depend on them
   * @return {@code height * width} samples, row by row, with a mean of 0 up to rounding; not held
   *     by anybody else
   * @throws IllegalArgumentException if the field is larger than the solver can take
   */
  double[] reconstruct(GradientField field, Strips strips);
}
