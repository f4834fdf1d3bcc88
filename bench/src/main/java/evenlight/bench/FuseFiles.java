package evenlight.bench;

import evenlight.bracket.Bracket;
import evenlight.fusion.FusionMethods;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Fuses photographs by a method of the catalogue, as the command line does. */
public final class FuseFiles {
  private FuseFiles() {}

  /**
   * Fuses photographs.
   *
   * @param arguments the method, the result, then the exposures
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path[] exposures =
        Arrays.stream(arguments, 2, arguments.length).map(Path::of).toArray(Path[]::new);
    Bracket bracket = Bracket.read(exposures);
    Photo fused = new Photo(FusionMethods.named(arguments[0]).fuse(bracket), bracket.bitDepth());
    Photos.write(fused, Path.of(arguments[1]));
  }
}
