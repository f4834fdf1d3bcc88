package evenlight.image.io;

/** What is done to samples, and to their places, while a file is read. */
enum Decoding {
  /** Nothing: {@link Colour#STORED}. */
  STORED,
  /** Converted from the file's profile and turned upright: {@link Colour#SRGB}. */
  SRGB,
  /** Turned upright, with the file's profile beside them. */
  IN_PROFILE;

  static Decoding of(Colour colour) {
    return switch (colour) {
      case SRGB -> SRGB;
      case STORED -> STORED;
    };
  }

  /** Whether the way in which the camera was held makes a difference. */
  boolean upright() {
    return this != STORED;
  }
}
