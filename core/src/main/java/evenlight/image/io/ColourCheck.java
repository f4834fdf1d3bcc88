package evenlight.image.io;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageTypeSpecifier;

/** Tells RGB of 8 or 16 bits a sample from all else that image files may hold. */
final class ColourCheck {
  private static final int[] RGB_ORDER = {0, 1, 2};

  private ColourCheck() {}

  /**
   * Checks the number of components that a JPEG file declares, before a decoder turns them to RGB.
   *
   * @throws IOException if it is not that of a colour picture; the message names the file
   */
  static void requireRgb(int jpegComponents, Path file) throws IOException {
    switch (jpegComponents) {
      case 3 -> {}
      case 1 -> throw notRgb(file, "is greyscale");
      case 2 -> throw alpha(file);
      case 4 -> throw notRgb(file, "is CMYK");
      default -> throw notRgb(file, "has " + jpegComponents + " channels");
    }
  }

  /**
   * Checks the colours and the depth of a decoded picture.
   *
   * @throws IOException if it is not RGB of 8 or 16 bits; the message names the file
   */
  static void requireRgb(BufferedImage picture, Path file) throws IOException {
    ColorModel colours = picture.getColorModel();
    if (colours.hasAlpha()) {
      throw alpha(file);
    }
    switch (colours.getColorSpace().getType()) {
      case ColorSpace.TYPE_RGB -> {}
      case ColorSpace.TYPE_GRAY -> throw notRgb(file, "is greyscale");
      case ColorSpace.TYPE_CMYK -> throw notRgb(file, "is CMYK");
      default -> throw notRgb(file, "has other colours");
    }
    if (!(colours instanceof IndexColorModel)) {
      requireDepth(picture.getSampleModel(), file);
    }
  }

  /** The picture in sRGB with the same depth, converted if its file embeds another profile. */
  static BufferedImage toSrgb(BufferedImage picture) {
    ColorModel colours = picture.getColorModel();
    if (colours.getColorSpace().isCS_sRGB()) {
      return picture;
    }
    boolean deep = colours.getTransferType() == DataBuffer.TYPE_USHORT;
    BufferedImage converted = blank(picture.getHeight(), picture.getWidth(), deep);
    return new ColorConvertOp(null).filter(picture, converted);
  }

  /** The same samples as those of other colours; a palette's become one sample a colour. */
  static BufferedImage in(ColorSpace colours, BufferedImage picture) {
    BufferedImage samples = picture;
    if (picture.getColorModel() instanceof IndexColorModel) {
      samples = blank(picture.getHeight(), picture.getWidth(), false);
      int width = picture.getWidth();
      int height = picture.getHeight();
      samples.setRGB(
          0, 0, width, height, picture.getRGB(0, 0, width, height, null, 0, width), 0, width);
    }
    int type = samples.getSampleModel().getTransferType();
    ColorModel model = new ComponentColorModel(colours, false, false, Transparency.OPAQUE, type);
    return new BufferedImage(model, samples.getRaster(), false, null);
  }

  /** A black sRGB picture of 8 or 16 bits a sample, R, G and B of a pixel one after the other. */
  static BufferedImage blank(int height, int width, boolean deep) {
    return ImageTypeSpecifier.createInterleaved(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            RGB_ORDER,
            deep ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE,
            false,
            false)
        .createBufferedImage(width, height);
  }

  private static void requireDepth(SampleModel samples, Path file) throws IOException {
    if (samples.getNumBands() != 3) {
      throw notRgb(file, "has " + samples.getNumBands() + " channels");
    }
    int type = samples.getTransferType();
    int bits = samples.getSampleSize(0);
    boolean bytes = type == DataBuffer.TYPE_BYTE && bits == 8;
    boolean shorts = type == DataBuffer.TYPE_USHORT && bits == 16;
    if (!bytes && !shorts) {
      throw wrongDepth(file, bits + "-bit samples");
    }
  }

  /** The refusal of a file with other samples than those that are read. */
  static IOException wrongDepth(Path file, String found) {
    return new IOException(
        "an exposure must have 8 or 16 unsigned bits a sample, but %s has %s"
            .formatted(file, found));
  }

  private static IOException alpha(Path file) {
    return new IOException(
        "an exposure must be RGB without alpha, but %s has an alpha channel".formatted(file));
  }

  private static IOException notRgb(Path file, String found) {
    return new IOException("an exposure must be RGB, but %s %s".formatted(file, found));
  }
}
