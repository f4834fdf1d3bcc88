package evenlight.image.io;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
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

/** Writes one file: round to integers, encode, and only then give it its name. */
final class PhotoWriter {
  private static final float JPEG_QUALITY = 0.95f;
  private static final String TIFF_COMPRESSION = "ZLib";

  /** Deflate level 3: as small as the default, level 9, and in a third of its time. */
  private static final float TIFF_EFFORT = 0.25f;

  private static final String JPEG_TREE = "javax_imageio_jpeg_image_1.0";

  private PhotoWriter() {}

  /** Writes a photograph in the format that the file's ending names. */
  static void write(Photo photo, Path file) throws IOException {
    PhotoFormat format = PhotoFormat.ofEnding(file);
    int bitDepth = format == PhotoFormat.JPEG ? 8 : photo.bitDepth();
    BufferedImage picture = Quantiser.quantise(photo.image(), bitDepth);
    AtomicFile.write(file, out -> encode(picture, format, out));
  }

  private static void encode(BufferedImage picture, PhotoFormat format, OutputStream out)
      throws IOException {
    ImageWriter writer = format.writer();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam options = options(writer, format);
      writer.write(
          null, new IIOImage(picture, null, metadata(writer, format, picture, options)), options);
    } finally {
      writer.dispose();
    }
  }

  private static ImageWriteParam options(ImageWriter writer, PhotoFormat format) {
    ImageWriteParam options = writer.getDefaultWriteParam();
    switch (format) {
      case PNG -> {}
      case JPEG -> {
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionQuality(JPEG_QUALITY);
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
