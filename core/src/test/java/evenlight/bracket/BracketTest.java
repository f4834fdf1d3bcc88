package evenlight.bracket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Bt601;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BracketTest {
  @Test
  void of_anyOrder_isDarkestFirst() {
    Bracket bracket =
        Bracket.of(
            List.of(grey("bright", 2, 3, 0.9f), grey("dark", 2, 3, 0.1f), grey("mid", 2, 3, 0.5f)));

    assertThat(bracket.exposures())
        .extracting(Exposure::name)
        .containsExactly("dark", "mid", "bright");
    assertThat(bracket.darkest().name()).isEqualTo("dark");
    assertThat(bracket.brightest().name()).isEqualTo("bright");
    assertThat(bracket.size()).isEqualTo(3);
    assertThat(bracket.height()).isEqualTo(2);
    assertThat(bracket.width()).isEqualTo(3);
  }

  @Test
  void of_equallyBrightExposures_keepsTheirOrder() {
    Bracket bracket = Bracket.of(List.of(grey("b", 1, 1, 0.5f), grey("a", 1, 1, 0.5f)));
    assertThat(bracket.exposures()).extracting(Exposure::name).containsExactly("b", "a");
  }

  @Test
  void of_oneExposure_isRefused() {
    assertThatThrownBy(() -> Bracket.of(List.of(grey("only", 1, 1, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a bracket must have at least 2 exposures, but has 1");
  }

  @Test
  void of_twoSizes_namesBoth() {
    assertThatThrownBy(() -> Bracket.of(List.of(grey("a.png", 2, 3, 0), grey("b.png", 3, 2, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "all exposures must be of one size, but a.png is 2×3 and b.png is 3×2 (height×width)");
  }

  @Test
  void allEqual_sameSamples_isTrue() {
    assertThat(Bracket.of(List.of(grey("a", 2, 2, 0.5f), grey("b", 2, 2, 0.5f))).allEqual())
        .isTrue();
    assertThat(Bracket.of(List.of(grey("a", 2, 2, 0.5f), grey("b", 2, 2, 0.6f))).allEqual())
        .isFalse();
  }

  @Test
  void bitDepth_mixed_isTheGreatest() {
    Exposure eight = grey("a", 1, 1, 0.5f);
    Exposure sixteen = new Exposure("b", new Photo(eight.image(), 16));
    assertThat(Bracket.of(List.of(eight, sixteen)).bitDepth()).isEqualTo(16);
    assertThat(Bracket.of(List.of(eight, eight)).bitDepth()).isEqualTo(8);
  }

  @Test
  void meanLuminance_red_isThatOfBt601() {
    Image red = Image.of(1, 1, new float[] {1}, new float[1], new float[1]);
    assertThat(new Exposure("red", new Photo(red, 8)).meanLuminance())
        .isCloseTo(0.299, within(1e-6));
  }

  @Test
  void read_files_namesExposuresAfterThem(@TempDir Path folder) throws IOException {
    Path bright = folder.resolve("bright.png");
    Path dark = folder.resolve("dark.tif");
    Photos.write(grey("", 2, 2, 0.8f).photo(), bright);
    Photos.write(grey("", 2, 2, 0.2f).photo(), dark);

    Bracket bracket = Bracket.read(bright, dark);

    assertThat(bracket.exposures())
        .extracting(Exposure::name)
        .containsExactly(dark.toString(), bright.toString());
  }

  @Test
  void read_colour_isThatOfThePhotographs(@TempDir Path folder) throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] plain = Photos.jpeg(Image8.of(grey("", 8, 8, 0.2f).image()), 0.9f);
    ByteBuffer file = ByteBuffer.allocate(plain.length + 18 + profile.length);
    file.put(plain, 0, 2).putShort((short) 0xffe2).putShort((short) (profile.length + 16));
    file.put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII)).put(profile);
    file.put(plain, 2, plain.length - 2);
    Path dark = Files.write(folder.resolve("dark.jpg"), file.array());
    Path bright = folder.resolve("bright.png");
    Photos.write(grey("", 8, 8, 0.8f).photo(), bright);

    assertThat(Bracket.read(Colour.STORED, bright, dark).darkest().meanLuminance())
        .isCloseTo(0.2, within(0.01));
    assertThat(Bracket.read(bright, dark).darkest().meanLuminance()).isGreaterThan(0.4);
  }

  @Test
  void read_severalBadFiles_reportsTheFirstGiven(@TempDir Path folder) throws IOException {
    Path good = folder.resolve("good.png");
    Photos.write(grey("", 64, 64, 0.2f).photo(), good);
    Path[] files = new Path[12];
    Arrays.setAll(files, i -> i < 5 ? good : folder.resolve("missing-" + i + ".png"));
    for (int time = 0; time < 20; time++) {
      assertThatThrownBy(() -> Bracket.read(files))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "an exposure must be a file that exists, but %s does not".formatted(files[5]));
    }
  }

  @Test
  void read_manyFiles_isEachUnderItsName(@TempDir Path folder) throws IOException {
    Path[] files = new Path[9];
    for (int i = 0; i < files.length; i++) {
      files[i] = folder.resolve(i + ".png");
      Photos.write(grey("", 3, 5, i / 10f).photo(), files[i]);
    }
    assertThat(Bracket.read(files).exposures())
        .extracting(Exposure::name)
        .containsExactly(Arrays.stream(files).map(Path::toString).toArray(String[]::new));
  }

  @Test
  void read_noFile_isRefused() {
    assertThatThrownBy(Bracket::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a bracket must have at least 2 exposures, but has 0");
  }

  @Test
  void meanLuminance_manyRows_isTheSumOfRowsInOrder() {
    int height = 300;
    int width = 7;
    byte[][] planes = new byte[3][height * width];
    Random random = new Random(11);
    for (byte[] plane : planes) {
      random.nextBytes(plane);
    }
    Image image = Image.ofBytes(height, width, planes);
    double total = 0;
    for (int y = 0; y < height; y++) {
      double sum = 0;
      for (int x = 0; x < width; x++) {
        sum += Bt601.luma(image.at(0, y, x), image.at(1, y, x), image.at(2, y, x));
      }
      total += sum;
    }
    Image floats = Image.of(height, width, image.plane(0), image.plane(1), image.plane(2));
    for (Image stored : List.of(image, floats)) {
      assertThat(new Exposure("x", new Photo(stored, 8)).meanLuminance())
          .isEqualTo(total / image.pixels());
    }
  }

  @Test
  void exposures_sameNameAndPhoto_areEqual() {
    assertThat(grey("a", 2, 2, 0.5f))
        .isEqualTo(grey("a", 2, 2, 0.5f))
        .hasSameHashCodeAs(grey("a", 2, 2, 0.5f))
        .isNotEqualTo(grey("b", 2, 2, 0.5f))
        .isNotEqualTo(grey("a", 2, 2, 0.6f));
  }

  private static Exposure grey(String name, int height, int width, float level) {
    float[] plane = new float[height * width];
    Arrays.fill(plane, level);
    return new Exposure(name, new Photo(Image.of(height, width, plane, plane, plane), 8));
  }
}
