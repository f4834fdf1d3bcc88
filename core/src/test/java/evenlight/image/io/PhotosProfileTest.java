package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples in the profile of their file. */
class PhotosProfileTest {
  static final byte[] LINEAR = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

  @TempDir private Path folder;

  private Photo read(Path file) throws IOException {
    return Photos.readAllInProfile(List.of(file), PixelLimit.DEFAULT).get(0);
  }

  private Path plain(String name) throws IOException {
    Photos.write(Pictures.waves(12, 17, 8), folder.resolve(name));
    return folder.resolve(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 60_000})
  void read_jpeg_keepsSamplesAndProfile(int bytesEach) throws IOException {
    byte[] jpeg = Files.readAllBytes(plain("plain.jpg"));
    Path file =
        Files.write(folder.resolve("x.jpg"), JpegSketch.withProfile(jpeg, LINEAR, bytesEach));

    Photo photo = read(file);

    assertThat(photo.image()).isEqualTo(Photos.read(folder.resolve("plain.jpg")).image());
    assertThat(photo.profile()).isEqualTo(ColourProfile.of(LINEAR));
    assertThat(photo.profile().orElseThrow().isUsable()).isTrue();
  }

  @Test
  void read_png_keepsSamplesAndProfile() throws IOException {
    Path file = withProfile(plain("x.png"), Deflate.whole(LINEAR));

    Photo photo = read(file);

    assertThat(photo.image()).isEqualTo(Pictures.waves(12, 17, 8).image());
    assertThat(photo.profile()).isEqualTo(ColourProfile.of(LINEAR));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void read_pngInSrgb_convertsFromItsProfile(int depth) throws IOException {
    Path file = folder.resolve("x.png");
    Photos.write(new Photo(Pictures.constant(4, 4, 0.5f, 0.2f, 0.05f), depth), file);
    withProfile(file, Deflate.whole(LINEAR));

    Photo photo = Photos.read(file);

    assertThat(photo.bitDepth()).isEqualTo(depth);
    assertThat(photo.profile()).isEmpty();
    assertThat(photo.image().at(0, 1, 1)).isCloseTo(0.735f, within(0.01f));
    assertThat(photo.image().at(1, 1, 1)).isCloseTo(0.485f, within(0.01f));
    assertThat(photo.image().at(2, 1, 1)).isCloseTo(0.248f, within(0.015f));
  }

  @Test
  void read_paletteInSrgb_convertsFromItsProfile() throws IOException {
    byte[] png = Pictures.encoded(BufferedImage.TYPE_BYTE_INDEXED, "png");
    Path file = Files.write(folder.resolve("x.png"), png);
    withProfile(file, Deflate.whole(LINEAR));

    assertThat(Photos.read(file).image()).isEqualTo(Pictures.constant(6, 8, 0, 0, 0));
  }

  @Test
  void read_tiff_keepsSamplesAndProfile() throws IOException {
    byte[] strip = {0, 0x20, 0, 0x30, 0, 0x40};
    TiffSketch tiff = TiffSketch.of(1, 1, 3, 16, strip).with(TiffSketch.ICC_PROFILE, LINEAR);
    Path file = Files.write(folder.resolve("x.tif"), tiff.bytes());

    Photo photo = read(file);

    assertThat(photo.profile()).isEqualTo(ColourProfile.of(LINEAR));
    assertThat(photo.image())
        .isEqualTo(Pictures.constant(1, 1, 0x2000 / 65535f, 0x3000 / 65535f, 0x4000 / 65535f));
  }

  @Test
  void read_noProfile_hasNone() throws IOException {
    for (String name : List.of("x.png", "x.jpg", "x.tif")) {
      assertThat(read(plain(name)).profile()).isEmpty();
    }
  }

  @Test
  void read_jpegWithAPartMissing_hasAnUnusableProfile() throws IOException {
    byte[] jpeg = Files.readAllBytes(plain("x.jpg"));
    byte[] whole = JpegSketch.withProfile(jpeg, LINEAR, 100);
    var cut = new ByteArrayOutputStream();
    cut.write(whole, 0, 2);
    cut.write(whole, 2 + 118, whole.length - 2 - 118); // without the first segment

    Photo photo = read(Files.write(folder.resolve("y.jpg"), cut.toByteArray()));

    assertThat(photo.profile().orElseThrow().isUsable()).isFalse();
    assertThat(photo.image()).isEqualTo(Photos.read(folder.resolve("x.jpg")).image());
  }

  @Test
  void read_brokenProfiles_areUnusableAndChangeNothing() throws IOException {
    for (byte[] packed :
        List.of(new byte[0], new byte[] {1, 2, 3}, Deflate.whole(new byte[500]), bomb())) {
      Path file = withProfile(plain("x.png"), packed);

      assertThat(read(file).profile().orElseThrow().isUsable()).isFalse();
      assertThat(Photos.read(file)).isEqualTo(Pictures.waves(12, 17, 8));
    }
  }

  @Test
  void name_isWhatTheProfileCallsItself() {
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    assertThat(ColourProfile.of(srgb).orElseThrow().name()).containsIgnoringCase("srgb");
    assertThat(ColourProfile.of(new byte[9]).orElseThrow().name()).isEqualTo("a damaged profile");
  }

  /** Unpacks to 64 MiB. */
  private static byte[] bomb() {
    return Deflate.whole(new byte[1 << 26]);
  }

  /** Puts a chunk iCCP behind the header of a PNG file. */
  static Path withProfile(Path file, byte[] packed) throws IOException {
    byte[] png = Files.readAllBytes(file);
    byte[] typed = new byte[4 + 3 + packed.length];
    ByteBuffer.wrap(typed).putInt(0x69434350).put((byte) 'x').put((byte) 0).put((byte) 0);
    System.arraycopy(packed, 0, typed, 7, packed.length);
    CRC32 crc = new CRC32();
    crc.update(typed);
    var out = new ByteArrayOutputStream();
    out.write(png, 0, 33);
    out.writeBytes(ByteBuffer.allocate(4).putInt(typed.length - 4).array());
    out.writeBytes(typed);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    out.write(png, 33, png.length - 33);
    return Files.write(file, out.toByteArray());
  }
}
