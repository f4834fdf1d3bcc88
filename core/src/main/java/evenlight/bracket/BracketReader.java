package evenlight.bracket;

import evenlight.image.io.ColourProfile;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import evenlight.image.io.PixelLimit;
import evenlight.image.metadata.CaptureInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads a bracket as its photographer means it: upright, in the colours of its profile, each
 * exposure with its EV.
 *
 * <p>All exposures come in one profile: the one that they share, or sRGB if they differ.
 */
public final class BracketReader {
  private final PixelLimit limit;
  private final int atOnce;
  private final Consumer<String> notes;

  /**
   * A reader on all processors.
   *
   * @param limit how large a picture may be
   * @param notes takes what the user should know, a line each
   */
  public BracketReader(PixelLimit limit, Consumer<String> notes) {
    this(limit, Integer.MAX_VALUE, notes);
  }

  /**
   * A reader.
   *
   * @param limit how large a picture may be
   * @param atOnce how many pictures are decoded at a time, at least 1; no more than there are
   *     processors
   * @param notes takes what the user should know, a line each
   */
  public BracketReader(PixelLimit limit, int atOnce, Consumer<String> notes) {
    this.limit = limit;
    this.atOnce = atOnce;
    this.notes = notes;
  }

  /**
   * Reads the exposures of a bracket, given in any order.
   *
   * @throws IOException if a file cannot be read as a photograph; the message names the first
   * @throws IllegalArgumentException if there are fewer than two, or two differ in size
   */
  public Bracket read(List<Path> files) throws IOException {
    List<Photo> photos = inOneProfile(files);
    List<Capture> captures = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Exposure exposure = new Exposure(files.get(i).toString(), photos.get(i));
      captures.add(new Capture(exposure, info(files.get(i))));
    }
    Bracket.of(captures.stream().map(Capture::exposure).toList()); // checks number and sizes
    return Bracket.of(new BracketEvs(captures, notes).exposures());
  }

  private CaptureInfo info(Path file) throws IOException {
    CaptureInfo info = CaptureInfo.read(file);
    info.fault().ifPresent(why -> notes.accept("EXIF of %s is damaged: %s".formatted(file, why)));
    return info;
  }

  private List<Photo> inOneProfile(List<Path> files) throws IOException {
    List<Photo> photos = new ArrayList<>();
    for (Photo photo : Photos.readAllInProfile(files, limit, atOnce)) {
      photos.add(withUsableProfile(photo, files.get(photos.size())));
    }
    if (photos.stream().map(Photo::profile).distinct().count() <= 1) {
      return photos;
    }
    notes.accept(
        "the images have different colour profiles and are converted to sRGB: "
            + IntStream.range(0, photos.size())
                .mapToObj(i -> files.get(i) + " has " + name(photos.get(i).profile()))
                .collect(Collectors.joining(", ")));
    return Photos.readAllInSrgb(files, limit, atOnce);
  }

  private Photo withUsableProfile(Photo photo, Path file) {
    if (photo.profile().map(ColourProfile::isUsable).orElse(true)) {
      return photo;
    }
    notes.accept(
        "the colour profile of %s is damaged or not one of RGB; sRGB is assumed".formatted(file));
    return new Photo(photo.image(), photo.bitDepth());
  }

  private static String name(Optional<ColourProfile> profile) {
    return profile.map(ColourProfile::name).orElse("none");
  }
}
