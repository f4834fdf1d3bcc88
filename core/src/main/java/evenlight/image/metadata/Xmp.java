package evenlight.image.metadata;

import java.nio.charset.StandardCharsets;

/** Packets of XMP (ISO 16684-1), which PNG, JPEG and TIFF files all hold. */
public final class Xmp {
  /** The namespace of what this program says. */
  public static final String NAMESPACE = "urn:evenlight:1.0";

  private Xmp() {}

  /**
   * A packet that says what made a picture, and how.
   *
   * @param software the program and its version
   * @param provenance a text in ASCII, the property {@code evenlight:provenance}
   */
  public static byte[] packet(String software, String provenance) {
    String packet =
        """
        <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:evenlight="%s">
        <xmp:CreatorTool>%s</xmp:CreatorTool>
        <evenlight:provenance>%s</evenlight:provenance>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>"""
            .formatted(NAMESPACE, escaped(software), escaped(provenance));
    return packet.getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
