package evenlight.bracket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.bracket.ExposureValue.Source;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import evenlight.image.io.PixelLimit;
import evenlight.image.metadata.ExifSketch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BracketReaderTest {
  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  private Bracket read(Path... files) throws IOException {
    return new BracketReader(PixelLimit.DEFAULT, notes::add).read(List.of(files));
  }

  /** A scene of many luminances as sRGB shows it, so many stops brighter and clipped. */
  private Path shot(String name, double stops) throws IOException {
    Random random = new Random(5);
    float[] plane = new float[40 * 60];
    for (int i = 0; i < plane.length; i++) {
      double linear = Math.min(1, Math.pow(2, stops) * Math.pow(2, -6 * random.nextDouble()));
      plane[i] = (float) (1.055 * Math.pow(linear, 1 / 2.4) - 0.055);
    }
    Path file = folder.resolve(name);
    Photos.write(new Photo(Image.of(40, 60, plane, plane, plane), 8), file);
    return file;
  }

  private Path shot(String name, double stops, ExifSketch exif) throws IOException {
    return exif.into(shot(name, stops));
  }

  private static List<Double> stops(Bracket bracket) {
    return bracket.exposures().stream()
        .map(e -> Math.rint(e.ev().orElseThrow().stops() * 1e6) / 1e6 + 0.0)
        .toList();
  }

  private static List<String> names(Bracket bracket) {
    return bracket.exposures().stream()
        .map(e -> Path.of(e.name()).getFileName().toString())
        .toList();
  }

  private static void assertSource(Source source, Bracket bracket) {
    assertThat(bracket.exposures()).allMatch(e -> e.ev().orElseThrow().source() == source);
  }

  @Test
  void read_exif_givesOrderAndStopsFromTheMiddle() throws IOException {
    Bracket bracket =
        read(
            shot("bright.png", 2, ExifSketch.exposed(1, 25, 4, 100)),
            shot("dark.png", -2, ExifSketch.exposed(1, 400, 4, 100)),
            shot("middle.png", 0, ExifSketch.exposed(1, 100, 4, 100)));

    assertThat(names(bracket)).containsExactly("dark.png", "middle.png", "bright.png");
    assertThat(stops(bracket)).containsExactly(-2.0, 0.0, 2.0);
    assertSource(Source.EXIF, bracket);
    assertThat(notes).isEmpty();
  }

  @Test
  void read_noExif_estimatesStopsFromPixels() throws IOException {
    Bracket bracket = read(shot("b.png", 1.5), shot("a.png", -2), shot("c.png", 0));

    assertThat(names(bracket)).containsExactly("a.png", "c.png", "b.png");
    assertThat(stops(bracket).get(0)).isCloseTo(-2, within(0.1));
    assertThat(stops(bracket).get(2)).isCloseTo(1.5, within(0.1));
    assertSource(Source.PIXELS, bracket);
    assertThat(notes).isEmpty();
  }

  @Test
  void read_blackAndWhite_haveFiniteStops() throws IOException {
    Bracket bracket = read(shot("white.png", 20), shot("black.png", -20));

    assertThat(stops(bracket).get(1)).isBetween(5.0, 20.0);
  }

  @Test
  void read_exifThatLies_usesPixelsAndSaysSo() throws IOException {
    Bracket bracket =
        read(
            shot("bright.png", 1, ExifSketch.exposed(1, 400, 4, 100)),
            shot("dark.png", -1, ExifSketch.exposed(1, 25, 4, 100)));

    assertThat(names(bracket)).containsExactly("dark.png", "bright.png");
    assertThat(stops(bracket).get(1)).isCloseTo(2, within(0.1));
    assertSource(Source.PIXELS, bracket);
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("not from EXIF", "dark.png", "4.0 stops brighter", "bright.png");
  }

  @Test
  void read_oneRawFileDevelopedTwice_usesPixels() throws IOException {
    ExifSketch exif = ExifSketch.exposed(1, 100, 4, 100);
    Bracket bracket = read(shot("bright.png", 1, exif), shot("dark.png", -1, exif));

    assertThat(stops(bracket).get(1)).isCloseTo(2, within(0.1));
    assertThat(notes).singleElement().asString().contains("exposed alike");
  }

  @Test
  void read_equalEvs_areKept() throws IOException {
    ExifSketch exif = ExifSketch.exposed(1, 100, 4, 100);
    Bracket bracket =
        read(
            shot("b.png", 0, exif),
            shot("dark.png", -2, ExifSketch.exposed(1, 400, 4, 100)),
            shot("a.png", 0, exif));

    assertThat(names(bracket)).containsExactly("dark.png", "b.png", "a.png");
    assertThat(stops(bracket)).containsExactly(-2.0, 0.0, 0.0);
    assertSource(Source.EXIF, bracket);
  }

  @Test
  void read_oneTimeMissing_usesPixelsAndSaysSo() throws IOException {
    Bracket bracket = read(shot("a.png", 0, ExifSketch.exposed(1, 100, 4, 100)), shot("b.png", 1));

    assertSource(Source.PIXELS, bracket);
    assertThat(notes).singleElement().asString().contains("only 1 of 2");
  }

  @Test
  void read_damagedExif_usesPixelsAndSaysWhere() throws IOException {
    Path damaged = ExifSketch.insert("XX".getBytes(US_ASCII), shot("a.png", 0));

    Bracket bracket = read(damaged, shot("b.png", 1));

    assertSource(Source.PIXELS, bracket);
    assertThat(notes).singleElement().asString().contains("EXIF of " + damaged + " is damaged");
  }

  @Test
  void read_framesOfDifferentOrientation_areCompared_asTheyAreSeen() throws IOException {
    Path upright = shot("a.png", 0);
    Path turned = shot("b.png", 1, new ExifSketch().number(274, 6));

    assertThatThrownBy(() -> read(upright, turned))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(turned + " is 60×40")
        .hasMessageContaining(upright + " is 40×60");
  }
}
