package evenlight.pyramid;

/** How levels are stored between two passes; arithmetic is in double precision always. */
public enum Precision {
  /** 4 bytes a sample: rounding stays below a hundredth of a step of 16 bits. */
  SINGLE,
  /** 8 bytes a sample, for results that agree with another program's to the last rounding. */
  DOUBLE
}
