package evenlight.image.io;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
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

/**
 * Writes JPEG: baseline, grey or RGB, with chroma in full resolution.
 *
 * <p>Strips of rows are encoded on all processors, each as a file of its own by the JDK. A strip's
 * code begins as behind a restart marker (ITU-T T.81, B.2.1), so that one after the other, with
 * these markers between, they are the scan of the whole picture.
 */
final class JpegEncoder {
  private static final String METADATA_TREE = "javax_imageio_jpeg_image_1.0";

  /** Of one side: what the JDK's encoder can do. */
  private static final int MOST_PIXELS = 65500;

  private final InterleavedRows rows;
  private final float quality;
  private final JpegStrips strips;

  private JpegEncoder(InterleavedRows rows, float quality) throws IOException {
    int longer = Math.max(rows.height(), rows.width());
    if (longer > MOST_PIXELS) {
      throw new IOException(
          "a JPEG file must have at most %d rows and columns, but the picture has %d"
              .formatted(MOST_PIXELS, longer));
    }
    if (!(quality >= 0 && quality <= 1)) {
      throw new IllegalArgumentException(
          "the quality of a JPEG file must be from 0 to 1, but is " + quality);
    }
    this.rows = rows;
    this.quality = quality;
    strips = new JpegStrips(rows.height(), rows.width());
  }

  /**
   * Writes a whole file.
   *
   * @param rows of 8 bits a sample
   * @param quality from 0 to 1
   */
  static void encode(InterleavedRows rows, float quality, FileBlocks blocks, OutputStream out)
      throws IOException {
    JpegEncoder encoder = new JpegEncoder(rows, quality);
    JpegStrips.Writer writer = encoder.strips.writer(out);
    InOrder.run(
        encoder.strips.count(),
        strip -> encoder.encoded(strip, strip == 0 ? blocks : FileBlocks.NONE),
        writer::write);
  }

  private byte[] encoded(int strip, FileBlocks blocks) throws IOException {
    BufferedImage picture = picture(rows, strips.start(strip), strips.end(strip));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = PhotoFormat.JPEG.writer();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      ImageWriteParam options = writer.getDefaultWriteParam();
      options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      options.setCompressionQuality(quality);
      IIOMetadata metadata = metadata(writer, picture, options, blocks);
      writer.write(null, new IIOImage(picture, null, metadata), options);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A whole picture as the JDK takes it; rows of 8 bits. */
  static BufferedImage picture(InterleavedRows rows) {
    return picture(rows, 0, rows.height());
  }

  private static BufferedImage picture(InterleavedRows rows, int start, int end) {
    BufferedImage picture =
        rows.channels() == 1
            ? new BufferedImage(rows.width(), end - start, BufferedImage.TYPE_BYTE_GRAY)
            : ColourCheck.blank(end - start, rows.width(), false);
    byte[] samples = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    InterleavedRows.Reader reader = rows.reader();
    for (int y = start; y < end; y++) {
      reader.read(y, samples, (y - start) * rows.rowBytes());
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
