package evenlight.image.io;

import evenlight.image.Image8;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;

/** Encodes integers as PNG, JPEG or TIFF: the same picture gives the same bytes. */
final class PhotoEncoder {
  private static final String TIFF_COMPRESSION = "ZLib";

  /** Deflate level 3: as small as the default, level 9, and in a third of its time. */
  private static final float TIFF_EFFORT = 0.25f;

  private static final String JPEG_TREE = "javax_imageio_jpeg_image_1.0";

  private PhotoEncoder() {}

  /** The bytes of a file that holds the image. */
  static byte[] encode(Image8 image, PhotoFormat format, float jpegQuality) {
    if (!(jpegQuality >= 0 && jpegQuality <= 1)) {
      throw new IllegalArgumentException(
          "the quality of a JPEG file must be from 0 to 1, but is " + jpegQuality);
    }
    var bytes = new ByteArrayOutputStream();
    try {
      encode(picture(image), format, jpegQuality, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "an image of %s could not be encoded as %s: %s"
              .formatted(image.size(), format, Reason.of(e)),
          e);
    }
    return bytes.toByteArray();
  }

  private static BufferedImage picture(Image8 image) {
    BufferedImage picture =
        image.channels() == 1
            ? new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY)
            : Quantiser.blank(image.height(), image.width(), false);
    byte[] interleaved = new byte[image.channels() * image.pixels()];
    for (int c = 0; c < image.channels(); c++) {
      byte[] plane = image.plane(c);
      for (int i = 0; i < plane.length; i++) {
        interleaved[image.channels() * i + c] = plane[i];
      }
    }
    picture.getRaster().setDataElements(0, 0, image.width(), image.height(), interleaved);
    return picture;
  }

  /** Writes the bytes of a file that holds the picture; the quality is that of JPEG alone. */
  static void encode(BufferedImage picture, PhotoFormat format, float jpegQuality, OutputStream out)
      throws IOException {
    ImageWriter writer = format.writer();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam options = options(writer, format, jpegQuality);
      writer.write(
          null, new IIOImage(picture, null, metadata(writer, format, picture, options)), options);
    } finally {
      writer.dispose();
    }
  }

  private static ImageWriteParam options(
      ImageWriter writer, PhotoFormat format, float jpegQuality) {
    ImageWriteParam options = writer.getDefaultWriteParam();
    switch (format) {
      case PNG -> {}
      case JPEG -> {
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionQuality(jpegQuality);
      }
      case TIFF -> {
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionType(TIFF_COMPRESSION);
        options.setCompressionQuality(TIFF_EFFORT);
      }
    }
    return options;
  }

  /** For JPEG, metadata that ask for chroma in full resolution (4:4:4); the default is 4:2:0. */
  private static @Nullable IIOMetadata metadata(
      ImageWriter writer, PhotoFormat format, BufferedImage picture, ImageWriteParam options)
      throws IOException {
    if (format != PhotoFormat.JPEG) {
      return null;
    }
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(picture), options);
    IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(JPEG_TREE);
    NodeList components = tree.getElementsByTagName("componentSpec");
    for (int c = 0; c < components.getLength(); c++) {
      IIOMetadataNode component = (IIOMetadataNode) components.item(c);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(JPEG_TREE, tree);
    return metadata;
  }
}
