import evenlight.bracket.Bracket;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;

/** Fuses two photographs: java FuseTwoFiles.java UNDER OVER FUSED. */
public final class FuseTwoFiles {
  private FuseTwoFiles() {}

  /** Fuses the first two files into the third. */
  public static void main(String[] files) throws IOException {
    Bracket bracket = Bracket.read(Path.of(files[0]), Path.of(files[1]));
    Image fused = FusionMethods.named("lcndr").fuse(bracket);
    Photos.write(new Photo(fused, bracket.bitDepth()), Path.of(files[2]));
  }
}
