package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import evenlight.image.metadata.CaptureInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuseCommandTest {
  @TempDir Path folder;
  private Path under;
  private Path over;
  private Path out;

  @BeforeEach
  void writeBracket() throws IOException {
    under = TestPhotos.grey(folder.resolve("under.png"), 16, 24, 0.2f);
    over = TestPhotos.grey(folder.resolve("over.png"), 16, 24, 0.6f);
    out = folder.resolve("fused.png");
  }

  private CommandRun fuse(Object... more) {
    Object[] arguments = new Object[more.length + 3];
    arguments[0] = "fuse";
    arguments[1] = "--method";
    arguments[2] = "average";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void fuse_twoImages_writesThePictureAndPrintsItsPath() throws IOException {
    CommandRun run = fuse(over, under, "-o", out);

    assertThat(run).isEqualTo(new CommandRun(0, out + System.lineSeparator(), ""));
    Photo fused = Photos.read(out);
    assertThat(fused.bitDepth()).isEqualTo(8);
    assertThat(fused.image().size()).isEqualTo("16×24");
    assertThat(fused.image().at(1, 3, 5)).isCloseTo(0.4f, within(1 / 255f));
  }

  @Test
  void fuse_eitherOrder_givesTheSameBytes() throws IOException {
    Path other = folder.resolve("other.png");

    fuse(under, over, "-o", out);
    fuse(over, under, "-o", other);

    assertThat(other).hasSameBinaryContentAs(out);
  }

  @Test
  void fuse_resolutionOfAMethodWithoutNetwork_isRefused() {
    CommandRun run = fuse(under, over, "-o", out, "--resolution", "guided");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("an option of the method average must be one of [");
    assertThat(out).doesNotExist();
  }

  @Test
  void fuse_resolutionTwice_isRefused() {
    CommandRun run =
        fuse(under, over, "-o", out, "--method", "lcndr:resolution=full", "--resolution", "full");

    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void fuse_fileNamesWithSpacesAndUmlauts_areRead() throws IOException {
    Path spaced = TestPhotos.grey(folder.resolve("über the window.png"), 16, 24, 0.7f);

    assertThat(fuse(under, spaced, "-o", out).exitCode()).isZero();
    assertThat(out).exists();
  }

  @Test
  void fuse_json_describesTheRunFromDarkToBright() throws IOException {
    CommandRun run = fuse(over, under, "-o", out, "--json", "--threads", 3, "--device", "cpu");

    assertThat(run.err()).isEmpty();
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertThat(report.at("/method").asText()).isEqualTo("average");
    assertThat(report.at("/inputs/0/name").asText()).isEqualTo(under.toString());
    assertThat(report.at("/inputs/0/meanLuminance").asDouble()).isEqualTo(0.2, within(1e-6));
    assertThat(report.at("/inputs/1/name").asText()).isEqualTo(over.toString());
    assertThat(report.at("/inputs/1/height").asInt()).isEqualTo(16);
    assertThat(report.at("/output").asText()).isEqualTo(out.toString());
    assertThat(report.at("/width").asInt()).isEqualTo(24);
    assertThat(report.at("/depth").asInt()).isEqualTo(8);
    assertThat(report.at("/device").asText()).isEqualTo("cpu");
    assertThat(report.at("/threads").asInt()).isEqualTo(3);
    assertThat(report.at("/seconds").isNumber()).isTrue();
    assertThat(report.at("/notes").isEmpty()).isTrue();
  }

  @Test
  void fuse_json_saysWhereEvsComeFrom() throws IOException {
    JsonNode pixels = new ObjectMapper().readTree(fuse(over, under, "-o", out, "--json").out());
    TestPhotos.taken(over, 1, 10);
    TestPhotos.taken(under, 1, 40);
    JsonNode exif =
        new ObjectMapper().readTree(fuse(over, under, "-o", out, "--json", "--overwrite").out());

    assertThat(pixels.at("/inputs/1/evSource").asText()).isEqualTo("pixels");
    assertThat(pixels.at("/inputs/1/ev").asDouble()).isEqualTo(3.26, within(0.05));
    assertThat(exif.at("/inputs/1/evSource").asText()).isEqualTo("exif");
    assertThat(exif.at("/inputs/1/ev").asDouble()).isEqualTo(2, within(1e-9));
    assertThat(exif.at("/inputs/0/ev").asDouble()).isZero();
  }

  @Test
  void fuse_thirtyTwoBits_writesWhatWasFused() throws IOException {
    Path file = folder.resolve("fused.tif");

    assertThat(fuse(under, over, "-o", file, "--depth", 32).exitCode()).isZero();
    assertThat(CaptureInfo.read(file).height()).hasValue(16);
    assertThatThrownBy(() -> Photos.read(file)).hasMessageContaining("32-bit floating-point");
  }

  @Test
  void fuse_sixtyFourImages_work() {
    Object[] arguments = new Object[66];
    for (int i = 0; i < 64; i++) {
      arguments[i] = i % 2 == 0 ? under : over;
    }
    arguments[64] = "-o";
    arguments[65] = out;

    assertThat(fuse(arguments).exitCode()).isZero();
  }

  @Test
  void fuse_longStrip_works() throws IOException {
    Path dark = TestPhotos.grey(folder.resolve("dark.jpg"), 10, 65_000, 0.2f);
    Path bright = TestPhotos.grey(folder.resolve("bright.jpg"), 10, 65_000, 0.8f);

    assertThat(fuse(dark, bright, "-o", folder.resolve("strip.jpg")).exitCode()).isZero();
  }

  @Test
  void fuse_verbose_saysOnStderrWhatItDoes() {
    CommandRun run = fuse(over, under, "-o", out, "-v");

    assertThat(run.outLines()).containsExactly(out.toString());
    assertThat(run.err()).contains("reading", under + ": 16×24, 8 bits", "Average", "writing");
  }

  @Test
  void fuse_equalImages_givesThatImageBackAndSaysSo() throws IOException {
    Path copy = Files.copy(under, folder.resolve("copy.png"));

    CommandRun run = fuse(under, copy, "-o", out);

    assertThat(run.exitCode()).isZero();
    assertThat(run.errLines())
        .containsExactly("note: the images are equal; the result is that image");
    assertThat(Photos.read(out).image()).isEqualTo(Photos.read(under).image());
  }

  @Test
  void fuse_equalImagesAsJson_repeatsTheNote() throws IOException {
    CommandRun run = fuse(under, under, "-o", out, "--json");

    assertThat(new ObjectMapper().readTree(run.out()).at("/notes/0").asText()).contains("equal");
  }

  @Test
  void fuse_overwrite_replacesTheOutput() throws IOException {
    Files.writeString(out, "old");

    assertThat(fuse(under, over, "-o", out, "--overwrite").exitCode()).isZero();
    assertThat(Photos.read(out).image().width()).isEqualTo(24);
  }

  @Test
  void fuse_sixteenBitSources_keepTheirDepth() throws IOException {
    Path deep = TestPhotos.grey(folder.resolve("deep.tif"), 16, 24, 0.7f, 16);
    Path tiff = folder.resolve("fused.tiff");

    assertThat(fuse(under, deep, "-o", tiff).exitCode()).isZero();
    assertThat(Photos.read(tiff).bitDepth()).isEqualTo(16);
  }

  @Test
  void fuse_depthGiven_winsOverTheSources() throws IOException {
    fuse(under, over, "-o", out, "--depth", 16);

    assertThat(Photos.read(out).bitDepth()).isEqualTo(16);
  }

  @Test
  void fuse_sixteenBitSourcesIntoJpeg_writesEightBits() throws IOException {
    Path deep = TestPhotos.grey(folder.resolve("deep.png"), 16, 24, 0.7f, 16);
    Path jpeg = folder.resolve("fused.JPG");

    assertThat(fuse(deep, over, "-o", jpeg).exitCode()).isZero();
    assertThat(Photos.read(jpeg).bitDepth()).isEqualTo(8);
  }

  @Test
  void fuse_singlePixel_works() throws IOException {
    Path dark = TestPhotos.grey(folder.resolve("dark.png"), 1, 1, 0.2f);
    Path bright = TestPhotos.grey(folder.resolve("bright.png"), 1, 1, 0.8f);

    assertThat(fuse(dark, bright, "-o", out).exitCode()).isZero();
    assertThat(Photos.read(out).image().size()).isEqualTo("1×1");
  }

  @Test
  void threeImages_fuseWhereTheMethodTakesThem() throws IOException {
    Path dark = TestPhotos.grey(folder.resolve("dark.png"), 20, 24, 0);
    Path bright = TestPhotos.grey(folder.resolve("bright.png"), 20, 24, 1);
    Path middle = TestPhotos.grey(folder.resolve("middle.png"), 20, 24, 0.2f);
    Path fused = folder.resolve("three.png");

    CommandRun run =
        CommandRun.of("fuse", dark, middle, bright, "-o", fused, "--method", "average");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Photos.read(fused).image().at(0, 3, 3)).isEqualTo(102 / 255f);
  }
}
