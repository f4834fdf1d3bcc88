package evenlight.fusion;

import evenlight.image.Bt601;
import evenlight.image.Image;
import java.util.List;

/**
 * Chroma fused by {@link ChromaFusion} whatever the luminance, and samples beyond [0,1] cut off.
 *
 * <p>Where the luminance of the result is far from an exposure's, its chroma does not fit: washed
 * out in what has become brighter, too strong in what has become darker, and of another hue where
 * samples are cut off.
 */
final class PaperColour implements ColourRule.Rows {
  @Override
  public void colour(float[] luminance, List<float[][]> sources, float[][] rgb) {
    List<Image> ycbcr =
        sources.stream().map(row -> Bt601.toYcbcr(Image.of(1, luminance.length, row))).toList();
    Image fused =
        Bt601.toRgb(Image.of(1, luminance.length, luminance, channel(ycbcr, 1), channel(ycbcr, 2)));
    for (int c = 0; c < rgb.length; c++) {
      fused.row(c, 0, rgb[c]);
    }
  }

  private static float[] channel(List<Image> ycbcr, int channel) {
    return ChromaFusion.fuse(ycbcr.stream().map(image -> image.plane(channel)).toList());
  }
}
