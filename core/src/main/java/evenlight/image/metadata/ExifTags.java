package evenlight.image.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What EXIF says of a photograph that is also true of a picture made of it: date, camera, lens,
 * exposure, place.
 *
 * <p>Left out are size, orientation and thumbnail, which belong to the file, and what is opaque:
 * the maker's notes, whose inner offsets are broken by moving them. Single values beyond 600 bytes
 * are left out, too, so that the rest always fits into a segment of a JPEG file.
 */
public final class ExifTags {
  private static final int MOST_BYTES = 600;
  private static final int HEADER = 0x4d4d002a;
  private static final int HEADER_BYTES = 8;

  private static final int ORIENTATION = 274;
  private static final int SOFTWARE = 305;
  private static final int EXIF_POINTER = 34665;
  private static final int GPS_POINTER = 34853;
  private static final int VERSION = 0x9000;
  private static final int COLOUR_SPACE = 0xa001;
  private static final int WIDTH = 0xa002;
  private static final int HEIGHT = 0xa003;

  private static final int X_RESOLUTION = 282;
  private static final int Y_RESOLUTION = 283;
  private static final int RESOLUTION_UNIT = 296;
  private static final int YCBCR_POSITIONING = 531;
  private static final int COMPONENTS = 0x9101;
  private static final int FLASHPIX_VERSION = 0xa000;
  private static final int INCH = 2;
  private static final int CENTRED = 1;
  private static final byte[] YCBCR = {1, 2, 3, 0};
  private static final byte[] FLASHPIX_1 = {'0', '1', '0', '0'};

  private static final int UNDEFINED = 7;
  private static final byte[] VERSION_2_32 = {'0', '2', '3', '2'};
  private static final int SRGB = 1;
  private static final int UNCALIBRATED = 0xffff;

  private final SortedMap<Integer, ExifValue> root;
  private final SortedMap<Integer, ExifValue> exif;
  private final SortedMap<Integer, ExifValue> gps;

  private ExifTags(
      SortedMap<Integer, ExifValue> root,
      SortedMap<Integer, ExifValue> exif,
      SortedMap<Integer, ExifValue> gps) {
    this.root = root;
    this.exif = exif;
    this.gps = gps;
  }

  /**
   * The tags in a PNG, JPEG or TIFF file; none if it has no EXIF or if that is broken.
   *
   * @throws IOException if the file cannot be opened; the message names it
   */
  public static ExifTags read(Path file) throws IOException {
    MetadataFile found = MetadataFile.read(file);
    return new ExifTags(
        values(found, ExifIFD0Directory.class, ExifValue.ROOT),
        values(found, ExifSubIFDDirectory.class, ExifValue.EXIF),
        values(found, GpsDirectory.class, ExifValue.GPS));
  }

  private static SortedMap<Integer, ExifValue> values(
      MetadataFile file, Class<? extends Directory> type, Set<Integer> kept) {
    SortedMap<Integer, ExifValue> values = new TreeMap<>();
    Directory directory = file.tags().getFirstDirectoryOfType(type);
    if (directory == null) {
      return values;
    }
    for (int tag : kept) {
      Optional.ofNullable(directory.getObject(tag))
          .flatMap(value -> ExifValue.of(tag, type == GpsDirectory.class, value))
          .filter(value -> value.bytes().length <= MOST_BYTES)
          .ifPresent(value -> values.put(tag, value));
    }
    return values;
  }

  /** The same without the place. */
  public ExifTags withoutGps() {
    return new ExifTags(root, exif, new TreeMap<>());
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return root.isEmpty() && exif.isEmpty() && gps.isEmpty();
  }

  /**
   * The directories for a picture.
   *
   * @param height rows of that picture
   * @param width its columns
   * @param srgb whether its samples are sRGB, or those of a profile
   * @param software what made it
   */
  public Directories directories(int height, int width, boolean srgb, String software) {
    TiffDirectory main = directory(root);
    main.putShorts(ORIENTATION, Orientation.UPRIGHT.tag()).putText(SOFTWARE, software);
    main.putRational(X_RESOLUTION, 72, 1).putRational(Y_RESOLUTION, 72, 1);
    main.putShorts(RESOLUTION_UNIT, INCH);
    TiffDirectory camera = directory(exif).put(VERSION, UNDEFINED, 4, VERSION_2_32);
    camera.put(FLASHPIX_VERSION, UNDEFINED, 4, FLASHPIX_1);
    camera.putLongs(WIDTH, width).putLongs(HEIGHT, height);
    camera.putShorts(COLOUR_SPACE, srgb ? SRGB : UNCALIBRATED);
    return new Directories(main, camera, directory(gps));
  }

  private static TiffDirectory directory(Map<Integer, ExifValue> values) {
    TiffDirectory directory = new TiffDirectory();
    values.forEach((tag, value) -> directory.put(tag, value.type(), value.count(), value.bytes()));
    return directory;
  }

  /**
   * Directories that point at each other.
   *
   * @param main the first; in a TIFF file, the picture's own tags are added to it
   * @param exif of the exposure
   * @param gps of the place; may be empty
   */
  public record Directories(TiffDirectory main, TiffDirectory exif, TiffDirectory gps) {
    /** The bytes of all three. */
    public ByteBuffer encode(int start) {
      main.putLongs(EXIF_POINTER, 0);
      if (!gps.isEmpty()) {
        main.putLongs(GPS_POINTER, 0);
      }
      int exifStart = start + main.bytes();
      int gpsStart = exifStart + exif.bytes();
      main.putLongs(EXIF_POINTER, exifStart);
      int end = gpsStart;
      if (!gps.isEmpty()) {
        main.putLongs(GPS_POINTER, gpsStart);
        end += gps.bytes();
      }
      ByteBuffer bytes = ByteBuffer.allocate(end - start);
      bytes.put(main.encode(start)).put(exif.encode(exifStart));
      return (gps.isEmpty() ? bytes : bytes.put(gps.encode(gpsStart))).flip();
    }

    /** A block of its own, as JPEG and PNG files hold it, with the two tags that JPEG demands. */
    public byte[] block() {
      main.putShorts(YCBCR_POSITIONING, CENTRED);
      exif.put(COMPONENTS, UNDEFINED, 4, YCBCR);
      ByteBuffer directories = encode(HEADER_BYTES);
      byte[] block = new byte[HEADER_BYTES + directories.remaining()];
      ByteBuffer.wrap(block).putInt(HEADER).putInt(HEADER_BYTES).put(directories);
      return block;
    }
  }
}
