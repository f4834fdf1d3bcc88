package evenlight.image.reference;

import evenlight.image.Image8;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The YCbCr on levels from 0 to 255 in which published methods take luminance and chroma from their
 * sources and give chroma to a fused luminance.
 */
public enum ReferenceYcbcr {
  /** MATLAB's {@code rgb2ycbcr} of 8-bit pictures: studio range, rounded. */
  MATLAB,
  /** Studio range as the code of PMGI has it, in which 0.564 of green make Y too bright. */
  PMGI,
  /** Studio range as the code of SDNet has it. */
  SDNET,
  /** Full range (JFIF). */
  FULL,
  /** Full range around half of white, where greys count a little, as the code of MEF-Net has it. */
  MEF_NET;

  private LevelSpace space() {
    return switch (this) {
      case MATLAB -> new MatlabStudio();
      case PMGI -> new ShortStudio(0.564);
      case SDNET -> new ShortStudio(0.504);
      case FULL -> new FullRange(128);
      case MEF_NET -> new FullRange(127.5);
    };
  }

  private ColourfulChroma chroma() {
    return this == MEF_NET ? new ColourfulChroma(127.5, 255e-8) : ColourfulChroma.OF_LEVELS;
  }

  /** A luminance on levels from 0 to 255. */
  public interface Luma {
    /** The level of a pixel, by its place in the plane. */
    double at(int place);
  }

  /** The luminance of all pixels on levels from 0 to 255. */
  public float[] luma(Image8 rgb) {
    float[] luma = new float[rgb.pixels()];
    forEachLuma(rgb, (place, level) -> luma[place] = (float) level);
    return luma;
  }

  /** The luminance of all pixels, rounded half up to 8 bits: one channel. */
  public Image8 roundedLuma(Image8 rgb) {
    byte[] luma = new byte[rgb.pixels()];
    forEachLuma(rgb, (place, level) -> luma[place] = LevelRounding.ROUNDED.of(level));
    return Image8.of(rgb.height(), rgb.width(), luma);
  }

  /** Takes the luminance of a pixel. */
  private interface LumaSink {
    void take(int place, double level);
  }

  private void forEachLuma(Image8 rgb, LumaSink sink) {
    int width = rgb.width();
    double[][] ycbcr = new double[3][width];
    LevelSpace space = space();
    for (int y = 0; y < rgb.height(); y++) {
      space.read(rgb, y, ycbcr);
      for (int x = 0; x < width; x++) {
        sink.take(y * width + x, ycbcr[0][x]);
      }
    }
  }

  /**
   * Gives a fused luminance the chroma of its sources, by {@link ColourfulChroma}.
   *
   * @param luma of all pixels, taken as this colour space's Y
   * @param sources RGB, as large as the luminance
   * @param rounding of the result
   */
  public Image8 colour(Luma luma, List<Image8> sources, LevelRounding rounding) {
    int height = sources.get(0).height();
    int width = sources.get(0).width();
    byte[][] planes = new byte[3][height * width];
    List<double[][]> rows = new ArrayList<>();
    sources.forEach(source -> rows.add(new double[3][width]));
    double[][] fused = new double[3][width];
    double[] rgb = new double[3];
    LevelSpace space = space();
    for (int y = 0; y < height; y++) {
      fuseChroma(sources, y, rows, fused);
      for (int x = 0; x < width; x++) {
        int place = y * width + x;
        space.toRgb(luma.at(place), fused[1][x], fused[2][x], rgb);
        for (int c = 0; c < planes.length; c++) {
          planes[c][place] = rounding.of(rgb[c]);
        }
      }
    }
    return Image8.of(height, width, planes);
  }

  private void fuseChroma(List<Image8> sources, int y, List<double[][]> rows, double[][] fused) {
    LevelSpace space = space();
    ColourfulChroma chroma = chroma();
    IntStream.range(0, sources.size()).forEach(k -> space.read(sources.get(k), y, rows.get(k)));
    for (int channel = 1; channel < fused.length; channel++) {
      int c = channel;
      chroma.fuse(rows.stream().map(row -> row[c]).toList(), fused[c]);
    }
  }
}
