package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import evenlight.image.metadata.CaptureInfo;
import evenlight.image.metadata.ExifSketch;
import evenlight.image.metadata.ExifTags;
import evenlight.image.metadata.Orientation;
import evenlight.image.metadata.Xmp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What files say beside the picture, written here and read by another's parser. */
class PhotosAttachmentsTest {
  private static final byte[] XMP = Xmp.packet("Evenlight 9", "{\"name\":\"a < b & c\"}");

  @TempDir private Path folder;
  private Path source;

  @BeforeEach
  void takePhotograph() throws IOException {
    source = folder.resolve("source.jpg");
    Photos.write(Pictures.waves(9, 11, 8), source);
    ExifSketch.exposed(1, 30, 2.8, 400)
        .text(270, "a descriptio")
        .text(271, "Maker")
        .text(272, "Model")
        .number(274, 8)
        .text(305, "Firmware 1.0")
        .text(36867, "2025:06:01 12:30:15")
        .text(37521, "25")
        .fraction(37380, -4, 3)
        .text(42036, "35mm")
        .latitude(48)
        .into(source);
  }

  private Path written(String name, Attachments attachments) throws IOException {
    Path file = folder.resolve(name);
    Photo photo = Pictures.waves(20, 31, 8);
    Photos.write(
        new Photo(photo.image(), 8, ColourProfile.of(PhotosProfileTest.LINEAR)), attachments, file);
    return file;
  }

  private Attachments attachments(ExifTags tags) {
    return new Attachments("Evenlight 9", Optional.of(tags), XMP);
  }

  private static <T extends Directory> T directory(Path file, Class<T> type)
      throws IOException, ImageProcessingException {
    return ImageMetadataReader.readMetadata(file.toFile()).getFirstDirectoryOfType(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.jpg", "x.png", "x.tif"})
  void write_exif_saysWhatIsStillTrue(String name) throws IOException, ImageProcessingException {
    Path file = written(name, attachments(ExifTags.read(source)));

    CaptureInfo original = CaptureInfo.read(source);
    CaptureInfo info = CaptureInfo.read(file);
    assertThat(info.taken()).isEqualTo(original.taken()).isPresent();
    assertThat(info.exposure()).isEqualTo(original.exposure());
    assertThat(info.camera()).isEqualTo(original.camera());
    assertThat(info.orientation()).isEqualTo(Orientation.UPRIGHT);
    assertThat(info.fault()).isEmpty();
    ExifIFD0Directory main = directory(file, ExifIFD0Directory.class);
    assertThat(main.getString(ExifIFD0Directory.TAG_SOFTWARE)).isEqualTo("Evenlight 9");
    assertThat(main.getString(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION)).isEqualTo("a descriptio");
    ExifSubIFDDirectory camera = directory(file, ExifSubIFDDirectory.class);
    assertThat(camera.getInteger(ExifSubIFDDirectory.TAG_EXIF_IMAGE_WIDTH)).isEqualTo(31);
    assertThat(camera.getInteger(ExifSubIFDDirectory.TAG_EXIF_IMAGE_HEIGHT)).isEqualTo(20);
    assertThat(camera.getInteger(ExifSubIFDDirectory.TAG_COLOR_SPACE)).isEqualTo(65535);
    assertThat(directory(file, GpsDirectory.class).getRationalArray(2)[0].intValue()).isEqualTo(48);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.jpg", "x.png", "x.tif"})
  void write_withoutGps_saysNothingOfThePlace(String name)
      throws IOException, ImageProcessingException {
    Path file = written(name, attachments(ExifTags.read(source).withoutGps()));

    assertThat(directory(file, GpsDirectory.class)).isNull();
    assertThat(CaptureInfo.read(file).taken()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.jpg", "x.png", "x.tif"})
  void write_xmp_isRead(String name) throws IOException, ImageProcessingException {
    Path file = written(name, attachments(ExifTags.read(source)));

    assertThat(directory(file, XmpDirectory.class).getXmpProperties())
        .containsEntry("xmp:CreatorTool", "Evenlight 9")
        .containsEntry("evenlight:provenance", "{\"name\":\"a < b & c\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.jpg", "x.png", "x.tif"})
  void write_everything_leavesPixelsAndProfile(String name) throws IOException {
    Path plain = folder.resolve("plain." + name);
    Photos.write(Pictures.waves(20, 31, 8), plain);

    Path file = written(name, attachments(ExifTags.read(source)));

    Photo read = Photos.readAllInProfile(List.of(file), PixelLimit.DEFAULT).get(0);
    assertThat(read.image()).isEqualTo(Photos.read(plain).image());
    assertThat(read.profile()).isEqualTo(ColourProfile.of(PhotosProfileTest.LINEAR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.jpg", "x.png", "x.tif"})
  void write_nothingToSay_addsNothing(String name) throws IOException {
    Photo photo = Pictures.waves(20, 31, 8);
    Path noExif = folder.resolve("no-exif.png");
    Photos.write(photo, noExif);
    Path file = folder.resolve(name);
    Photos.write(
        photo,
        new Attachments("Evenlight 9", Optional.of(ExifTags.read(noExif)), new byte[0]),
        file);

    assertThat(Files.readAllBytes(file))
        .isEqualTo(Pictures.written(photo, folder.resolve("plain." + name)));
  }

  @Test
  void write_longProfileIntoJpeg_isCutIntoSegments() throws IOException {
    byte[] profile = new byte[150_000];
    new Random(2).nextBytes(profile);
    Path file = folder.resolve("x.jpg");
    Photos.write(new Photo(Pictures.waves(8, 8, 8).image(), 8, ColourProfile.of(profile)), file);

    assertThat(Photos.readAllInProfile(List.of(file), PixelLimit.DEFAULT).get(0).profile())
        .isEqualTo(ColourProfile.of(profile));
  }

  @Test
  void write_moreThanASegmentHolds_isRefusedAndLeavesNothing() {
    Path file = folder.resolve("x.jpg");
    Attachments attachments = new Attachments("", Optional.empty(), new byte[70_000]);

    assertThatThrownBy(() -> Photos.write(Pictures.waves(8, 8, 8), attachments, file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file
                + " could not be written: "
                + "what is said beside the picture is too long for a JPEG file");
    assertThat(file).doesNotExist();
  }

  @Test
  void write_noisyExif_stillFitsAndIsRead() throws IOException {
    Random random = new Random(4);
    for (int run = 0; run < 200; run++) {
      byte[] block = ExifSketch.exposed(1, 30, 2.8, 400).text(42036, "a lens").latitude(9).bytes();
      for (int i = 0; i < 3; i++) {
        block[8 + random.nextInt(block.length - 8)] = (byte) random.nextInt();
      }
      Path noisy = folder.resolve("noisy.png");
      Photos.write(Pictures.waves(2, 3, 8), noisy);
      ExifTags tags = ExifTags.read(ExifSketch.insert(block, noisy));

      assertThat(CaptureInfo.read(written("x.jpg", attachments(tags))).fault()).isEmpty();
    }
  }
}
