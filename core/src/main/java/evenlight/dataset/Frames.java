package evenlight.dataset;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Frames that their names number. */
final class Frames {
  private Frames() {}

  /**
   * The pictures whose names, in lower case and without endings, match; by their number.
   *
   * @throws IOException if two have one number, as e1.png and e01.jpg
   */
  static List<Path> numbered(Listing files, Pattern name) throws IOException {
    Map<BigInteger, List<Path>> byNumber =
        files.images(stem -> name.matcher(stem).matches()).stream()
            .collect(
                Collectors.groupingBy(
                    image -> number(Listing.stem(image)), TreeMap::new, Collectors.toList()));
    for (var frame : byNumber.entrySet()) {
      files.single(frame.getValue(), "frame " + frame.getKey());
    }
    return byNumber.values().stream().flatMap(List::stream).toList();
  }

  /** The digits at the end of a name, whatever zeros they start with. */
  static BigInteger number(String name) {
    return new BigInteger(name.replaceFirst("^[^0-9]*", ""));
  }
}
