package evenlight.image.io;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Writes JPEG: baseline, grey or RGB, with chroma in full resolution. */
final class JpegEncoder {
  private static final String METADATA_TREE = "javax_imageio_jpeg_image_1.0";

  private JpegEncoder() {}

  /**
   * Writes a whole file.
   *
   * @param rows of 8 bits a sample
   * @param quality from 0 to 1
   */
  static void encode(InterleavedRows rows, float quality, FileBlocks blocks, OutputStream out)
      throws IOException {
    if (!(quality >= 0 && quality <= 1)) {
      throw new IllegalArgumentException(
          "the quality of a JPEG file must be from 0 to 1, but is " + quality);
    }
    ImageWriter writer = PhotoFormat.JPEG.writer();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam options = writer.getDefaultWriteParam();
      options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      options.setCompressionQuality(quality);
      BufferedImage picture = picture(rows);
      IIOMetadata metadata = metadata(writer, picture, options, blocks);
      writer.write(null, new IIOImage(picture, null, metadata), options);
    } finally {
      writer.dispose();
    }
  }

  /** The picture as the JDK takes it; rows of 8 bits. */
  static BufferedImage picture(InterleavedRows rows) {
    BufferedImage picture =
        rows.channels() == 1
            ? new BufferedImage(rows.width(), rows.height(), BufferedImage.TYPE_BYTE_GRAY)
            : ColourCheck.blank(rows.height(), rows.width(), false);
    byte[] samples = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    InterleavedRows.Reader reader = rows.reader();
    for (int y = 0; y < rows.height(); y++) {
      reader.read(y, samples, y * rows.rowBytes());
    }
    return picture;
  }

  /** Metadata with the blocks that ask for chroma in full resolution (4:4:4), not 4:2:0. */
  private static IIOMetadata metadata(
      ImageWriter writer, BufferedImage picture, ImageWriteParam options, FileBlocks blocks)
      throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(picture), options);
    IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(METADATA_TREE);
    NodeList components = tree.getElementsByTagName("componentSpec");
    for (int c = 0; c < components.getLength(); c++) {
      IIOMetadataNode component = (IIOMetadataNode) components.item(c);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    Node sequence = tree.getElementsByTagName("markerSequence").item(0);
    Node first = sequence.getFirstChild();
    for (IIOMetadataNode segment : JpegSegments.of(blocks)) {
      sequence.insertBefore(segment, first);
    }
    metadata.setFromTree(METADATA_TREE, tree);
    return metadata;
  }
}
