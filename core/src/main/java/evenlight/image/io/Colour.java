package evenlight.image.io;

/** What becomes of samples whose file embeds a colour profile. */
public enum Colour {
  /**
   * Samples are converted from the profile to sRGB, and the picture is turned upright: how it is
   * meant to look.
   */
  SRGB("converted to sRGB where a file has a colour profile"),
  /**
   * Samples stay as and where they are stored, as if the file had no profile. Published metrics
   * were computed on these, by programs that leave profiles unread.
   */
  STORED("as stored in the files, colour profiles ignored");

  private final String description;

  Colour(String description) {
    this.description = description;
  }

  /** What samples are, in words: "samples: ...". */
  public String description() {
    return description;
  }
}
