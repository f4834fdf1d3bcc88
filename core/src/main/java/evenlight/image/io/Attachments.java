package evenlight.image.io;

import evenlight.image.metadata.ExifTags;
import java.util.Optional;

/**
 * What a file says beside its picture.
 *
 * @param software the program and its version, for EXIF
 * @param exif what the camera said of the photographs
 * @param xmp a packet of XMP; empty for none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Attachments(String software, Optional<ExifTags> exif, byte[] xmp) {
  /** Nothing. */
  public static final Attachments NONE = new Attachments("", Optional.empty(), new byte[0]);
}
