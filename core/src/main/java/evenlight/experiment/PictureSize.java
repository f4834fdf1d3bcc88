package evenlight.experiment;

/** Height and width of a picture. */
record PictureSize(int height, int width) {
  PictureSize {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a picture must be at least 1×1, but is %d×%d".formatted(height, width));
    }
  }

  double pixels() {
    return (double) height * width;
  }

  @Override
  public String toString() {
    return height + "×" + width;
  }
}
