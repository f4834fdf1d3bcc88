package evenlight.bracket;

import evenlight.image.io.Colour;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Exposures of one scene, all of one size, ordered from the darkest to the brightest.
 *
 * <p>The order is that of the EVs if all exposures have one, else that of the mean luminance,
 * whatever order they come in. Whoever holds a bracket can rely on what is checked here: at least
 * two exposures, equal sizes.
 */
public final class Bracket {
  private final List<Exposure> exposures;

  private Bracket(List<Exposure> exposures) {
    this.exposures = exposures;
  }

  /**
   * A bracket of exposures given in any order.
   *
   * @throws IllegalArgumentException if there are fewer than two, or two differ in size
   */
  public static Bracket of(List<Exposure> exposures) {
    if (exposures.size() < 2) {
      throw new IllegalArgumentException(
          "a bracket must have at least 2 exposures, but has " + exposures.size());
    }
    requireEqualSizes(exposures);
    return new Bracket(exposures.stream().sorted(order(exposures)).toList());
  }

  private static Comparator<Exposure> order(List<Exposure> exposures) {
    return exposures.stream().allMatch(exposure -> exposure.ev().isPresent())
        ? Comparator.comparingDouble(exposure -> exposure.ev().orElseThrow().stops())
        : Comparator.comparingDouble(Exposure::meanLuminance);
  }

  /**
   * Reads the exposures of a bracket from files, given in any order, on all processors.
   *
   * @throws IOException if a file cannot be read as a photograph; the message names the first
   * @throws IllegalArgumentException if there are fewer than two, or two differ in size
   */
  public static Bracket read(Path... files) throws IOException {
    return read(Colour.SRGB, files);
  }

  /**
   * Reads the exposures of a bracket from files, given in any order, on all processors.
   *
   * @param colour whether the files' colour profiles are applied
   * @throws IOException if a file cannot be read as a photograph; the message names the first
   * @throws IllegalArgumentException if there are fewer than two, or two differ in size
   */
  public static Bracket read(Colour colour, Path... files) throws IOException {
    List<Photo> photos = Photos.readAll(List.of(files), colour);
    return of(
        IntStream.range(0, files.length)
            .mapToObj(i -> new Exposure(files[i].toString(), photos.get(i)))
            .toList());
  }

  private static void requireEqualSizes(List<Exposure> exposures) {
    Exposure first = exposures.get(0);
    for (Exposure other : exposures) {
      if (!other.image().sameSizeAs(first.image())) {
        throw new IllegalArgumentException(
            "all exposures must be of one size, but %s is %s and %s is %s (height×width)"
                .formatted(first.name(), first.image().size(), other.name(), other.image().size()));
      }
    }
  }

  /** The exposures, darkest first. */
  public List<Exposure> exposures() {
    return exposures;
  }

  /** How many exposures there are. */
  public int size() {
    return exposures.size();
  }

  /** The exposure in the middle, the darker one of two: EVs count from it. */
  public Exposure middle() {
    return exposures.get((exposures.size() - 1) / 2);
  }

  /** The first exposure. */
  public Exposure darkest() {
    return exposures.get(0);
  }

  /** The last exposure. */
  public Exposure brightest() {
    return exposures.get(exposures.size() - 1);
  }

  /** Rows of every exposure. */
  public int height() {
    return darkest().image().height();
  }

  /** Columns of every exposure. */
  public int width() {
    return darkest().image().width();
  }

  /** The greatest number of bits a sample among the exposures: 8 or 16. */
  public int bitDepth() {
    return exposures.stream().map(Exposure::photo).mapToInt(Photo::bitDepth).max().orElseThrow();
  }

  /** Whether all exposures are the same picture, sample by sample. */
  public boolean allEqual() {
    return exposures.stream().allMatch(other -> other.image().equals(darkest().image()));
  }
}
