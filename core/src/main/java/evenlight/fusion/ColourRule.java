package evenlight.fusion;

import evenlight.filter.Strips;
import evenlight.image.Image;
import evenlight.image.ImageSink;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How a picture whose luminance alone was fused gets its colour from the exposures.
 *
 * <p>Greys stay grey, equal exposures with their own luminance keep their colour, and the same bits
 * come out with any number of threads. Beside the result only a few rows are held.
 */
public enum ColourRule {
  /** See {@link FaithfulColour}. */
  FAITHFUL,
  /** See {@link PaperColour}. */
  PAPER;

  private static final String OPTION = "colour";

  /** Colours one row after another; each thread has its own. */
  interface Rows {
    /**
     * Colours the pixels of a row.
     *
     * @param luminance of the result, in [0,1]
     * @param sources the same row of each exposure: red, green, blue
     * @param rgb takes the row: red, green, blue in [0,1]
     */
    void colour(float[] luminance, List<float[][]> sources, float[][] rgb);
  }

  private Rows rows(int width) {
    return switch (this) {
      case FAITHFUL -> new FaithfulColour(width);
      case PAPER -> new PaperColour();
    };
  }

  /** The name that people write: {@code faithful}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The option by which a method lets its user choose. */
  public static MethodOption option(ColourRule otherwise) {
    return new MethodOption(
        OPTION,
        Arrays.stream(values()).map(ColourRule::id).toList(),
        otherwise.id(),
        "How chroma is fused: faithful, each exposure's scaled to the luminance that the pixel has"
            + " received and weighted by how well it is exposed; paper, weighted by its distance"
            + " from grey alone.");
  }

  /** What {@link #option} of a method says in some settings. */
  public static ColourRule chosen(MethodOption option, FusionSettings settings) {
    return valueOf(option.in(settings).toUpperCase(Locale.ROOT));
  }

  /**
   * Gives fused luminance its colour.
   *
   * @param luminance row by row, in [0,1], see {@link evenlight.image.Bt601}
   * @param sources the exposures in RGB, at least one, as large as the luminance
   * @param threads how many compute; 0 means one per core
   * @return RGB in [0,1], floats
   */
  public Image colour(float[] luminance, List<Image> sources, int threads) {
    int width = sources.get(0).width();
    float[][] planes = new float[3][luminance.length];
    LuminanceRows rows = (y, row) -> System.arraycopy(luminance, y * width, row, 0, width);
    colour(
        () -> rows,
        sources,
        threads,
        (y, rgb) -> {
          for (int c = 0; c < planes.length; c++) {
            System.arraycopy(rgb[c], 0, planes[c], y * width, width);
          }
        });
    return Image.of(sources.get(0).height(), width, planes);
  }

  /**
   * Gives fused luminance its colour while it is computed.
   *
   * @param luminance readers of it, one for each thread
   * @param sources the exposures in RGB, at least one, as large as the luminance
   * @param threads how many compute; 0 means one per core
   * @return RGB in [0,1] in 16 bits
   */
  public Image colour(
      Supplier<? extends LuminanceRows> luminance, List<Image> sources, int threads) {
    ImageSink picture = new ImageSink(sources.get(0).height(), sources.get(0).width(), Short.SIZE);
    colour(luminance, sources, threads, picture::accept);
    return picture.image();
  }

  /** Takes a coloured row; called by several threads, for different rows. */
  private interface Sink {
    void row(int y, float[][] rgb);
  }

  private void colour(
      Supplier<? extends LuminanceRows> luminance, List<Image> sources, int threads, Sink sink) {
    new Strips(threads)
        .run(
            sources.get(0).height(),
            () -> {
              LuminanceRows reader = luminance.get();
              Rows rows = rows(sources.get(0).width());
              return (from, to) -> colour(rows, reader, sources, sink, from, to);
            });
  }

  private static void colour(
      Rows rows, LuminanceRows luminance, List<Image> sources, Sink sink, int from, int to) {
    int width = sources.get(0).width();
    List<float[][]> ofSources = sources.stream().map(source -> new float[3][width]).toList();
    float[][] rgb = new float[3][width];
    float[] row = new float[width];
    for (int y = from; y < to; y++) {
      for (int k = 0; k < sources.size(); k++) {
        for (int c = 0; c < rgb.length; c++) {
          sources.get(k).row(c, y, ofSources.get(k)[c]);
        }
      }
      luminance.read(y, row);
      rows.colour(row, ofSources, rgb);
      sink.row(y, rgb);
    }
  }
}
