package evenlight.image.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.metadata.IIOMetadataNode;

/** The segments of a JPEG file that hold what is said beside the picture. */
final class JpegSegments {
  /** What 16 bits can count, less themselves. */
  private static final int MOST_BYTES = 65533;

  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int MOST_PARTS = 255;

  private JpegSegments() {}

  /**
   * The segments as the JDK's writer takes them, in the order of the file: EXIF (CIPA DC-008), XMP
   * (ISO 16684-1), the parts of a profile (ICC.1, annex B).
   *
   * @throws IOException if a block is too long for its place; the message is only the reason
   */
  static List<IIOMetadataNode> of(FileBlocks blocks) throws IOException {
    List<IIOMetadataNode> segments = new ArrayList<>();
    byte[] exif = blocks.exifBlock();
    if (exif.length > 0) {
      segments.add(segment(APP1, "Exif\0\0", exif, 0, exif.length));
    }
    if (blocks.xmp().length > 0) {
      String name = "http://ns.adobe.com/xap/1.0/\0";
      segments.add(segment(APP1, name, blocks.xmp(), 0, blocks.xmp().length));
    }
    addProfile(blocks.profile(), segments);
    return segments;
  }

  private static void addProfile(byte[] profile, List<IIOMetadataNode> segments)
      throws IOException {
    int each = MOST_BYTES - "ICC_PROFILE\0".length() - 2;
    int parts = (profile.length + each - 1) / each;
    if (parts > MOST_PARTS) {
      throw new IOException("its colour profile is too long for a JPEG file");
    }
    for (int k = 0; k < parts; k++) {
      String name = "ICC_PROFILE\0" + (char) (k + 1) + (char) parts;
      int start = k * each;
      int length = Math.min(each, profile.length - start);
      segments.add(segment(APP2, name, profile, start, length));
    }
  }

  private static IIOMetadataNode segment(
      int marker, String name, byte[] block, int start, int length) throws IOException {
    var content = new ByteArrayOutputStream();
    content.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
    content.write(block, start, length);
    if (content.size() > MOST_BYTES) {
      throw new IOException("what is said beside the picture is too long for a JPEG file");
    }
    IIOMetadataNode node = new IIOMetadataNode("unknown");
    node.setAttribute("MarkerTag", Integer.toString(marker));
    node.setUserObject(content.toByteArray());
    return node;
  }
}
