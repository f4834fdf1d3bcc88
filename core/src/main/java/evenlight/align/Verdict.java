package evenlight.align;

/** What was found about a frame. */
public enum Verdict {
  /** The frame that the others are aligned to. */
  REFERENCE,
  /** Its transform is trusted. */
  ALIGNED,
  /** It and the reference have too little in common to tell where it lies. */
  UNDECIDED,
  /** They have something in common, but no transform explains it. */
  REFUSED;

  /** Whether the transform says where the frame lies. */
  public boolean isTrusted() {
    return this == REFERENCE || this == ALIGNED;
  }
}
