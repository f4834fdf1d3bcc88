package evenlight.image.io;

import evenlight.image.Image;
import evenlight.image.metadata.ExifTags;
import java.util.Optional;

/**
 * The blocks beside the pixels of one file.
 *
 * @param exif directories of EXIF
 * @param xmp a packet of XMP; empty for none
 * @param profile an ICC profile; empty for none
 */
@SuppressWarnings("ArrayRecordComponent")
record FileBlocks(Optional<ExifTags.Directories> exif, byte[] xmp, byte[] profile) {
  static final FileBlocks NONE = new FileBlocks(Optional.empty(), new byte[0], new byte[0]);

  static FileBlocks of(Photo photo, Attachments attachments) {
    Image image = photo.image();
    boolean srgb = photo.profile().isEmpty();
    return new FileBlocks(
        attachments
            .exif()
            .filter(tags -> !tags.isEmpty())
            .map(
                tags ->
                    tags.directories(image.height(), image.width(), srgb, attachments.software())),
        attachments.xmp(),
        photo.profile().map(ColourProfile::bytes).orElse(new byte[0]));
  }

  /** EXIF as a block of its own; empty for none. */
  byte[] exifBlock() {
    return exif.map(ExifTags.Directories::block).orElse(new byte[0]);
  }
}
