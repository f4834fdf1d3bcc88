package evenlight.align;

/** What becomes of a frame whose place is not known. */
public enum Misaligned {
  /** The whole bracket is refused. */
  FAIL,
  /** The others go on without it. */
  DROP,
  /** It stays as it is. */
  KEEP
}
