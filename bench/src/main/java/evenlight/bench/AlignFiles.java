package evenlight.bench;

import evenlight.align.Alignment;
import evenlight.align.Misaligned;
import evenlight.align.Registration;
import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.image.io.Photos;
import evenlight.opencv.align.OpenCvAligner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Aligns photographs and writes them as TIFF, as the command line does. */
public final class AlignFiles {
  private AlignFiles() {}

  /**
   * Aligns photographs.
   *
   * @param arguments what the results' names begin with, then the exposures
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    List<Path> files = Arrays.stream(arguments, 1, arguments.length).map(Path::of).toList();
    Bracket bracket = Bracket.read(files.toArray(Path[]::new));
    OpenCvAligner aligner = OpenCvAligner.automatic(0);
    Alignment alignment = aligner.align(bracket, (bracket.size() - 1) / 2);
    Bracket aligned = new Registration(Misaligned.FAIL, true).apply(aligner, bracket, alignment);
    for (Exposure exposure : aligned.exposures()) {
      int place = files.indexOf(Path.of(exposure.name()));
      Photos.write(exposure.photo(), result(arguments[0], place));
    }
  }

  /** The file of one result. */
  static Path result(String prefix, int place) {
    return Path.of(String.format(Locale.ROOT, "%s%04d.tif", prefix, place));
  }
}
