package evenlight.metric;

/** What several cards say alike. */
final class Wording {
  static final String GREY =
      "grey = 0.298936021293775 R + 0.587043074451121 G + 0.114020904255103 B,"
          + " rounded half up (MATLAB's rgb2gray)";
  static final String LEVELS = "8-bit samples, 0 to 255";
  static final String NO_WINDOW = "none: every pixel counts, no window";
  static final String INSIDE = "only windows that lie inside the picture";

  private Wording() {}
}
