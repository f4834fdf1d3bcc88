package evenlight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ImageStorageTest {
  private static final int SIDE = 256;

  @Test
  void row_everyByte_isDividedBy255InEachPrecision() {
    Image image = everyByte();
    double[] doubles = new double[SIDE];
    float[] floats = new float[SIDE];
    image.row(0, 0, doubles);
    image.row(0, 0, floats);
    for (int v = 0; v < SIDE; v++) {
      assertThat(doubles[v]).isEqualTo(v / 255.0);
      assertThat(floats[v]).isEqualTo(v / 255f);
      assertThat(image.at(0, 0, v)).isEqualTo(v / 255f);
    }
    assertThat(image.plane(0)).isEqualTo(floats);
  }

  @Test
  void row_everyShort_isDividedBy65535InEachPrecision() {
    Image image = everyShort();
    double[] doubles = new double[SIDE];
    float[] floats = new float[SIDE];
    for (int v = 0; v < SIDE * SIDE; v++) {
      if (v % SIDE == 0) {
        image.row(0, v / SIDE, doubles);
        image.row(0, v / SIDE, floats);
      }
      assertThat(doubles[v % SIDE]).isEqualTo(v / 65535.0);
      assertThat(floats[v % SIDE]).isEqualTo(v / 65535f);
      assertThat(image.at(0, v / SIDE, v % SIDE)).isEqualTo(v / 65535f);
      assertThat(image.plane(0)[v]).isEqualTo(v / 65535f);
    }
  }

  @Test
  void row_floats_areWidenedOrTheSame() {
    Image image = Image.of(2, 2, new float[] {0, 0, 0.1f, 0.7f});
    double[] doubles = new double[2];
    float[] floats = new float[2];
    image.row(0, 1, doubles);
    image.row(0, 1, floats);
    assertThat(doubles).containsExactly(0.1f, 0.7f);
    assertThat(floats).containsExactly(0.1f, 0.7f);
  }

  @Test
  void row_integers_areThoseOfTheSameFloats() {
    for (Image image : new Image[] {everyByte(), everyShort()}) {
      Image floats = asFloats(image);
      byte[] bytes = new byte[SIDE];
      byte[] expectedBytes = new byte[SIDE];
      short[] shorts = new short[SIDE];
      short[] expectedShorts = new short[SIDE];
      for (int y = 0; y < image.height(); y++) {
        image.row(0, y, bytes);
        floats.row(0, y, expectedBytes);
        assertThat(bytes).isEqualTo(expectedBytes);
        image.row(0, y, shorts);
        floats.row(0, y, expectedShorts);
        assertThat(shorts).isEqualTo(expectedShorts);
      }
    }
  }

  @Test
  void row_floatsOutOfRange_areClampedAndRoundedHalfUp() {
    Image image = Image.of(1, 5, new float[] {-0.1f, 1.5f, 0.5f, 0.49f / 255, 0.51f / 255});
    byte[] bytes = new byte[5];
    short[] shorts = new short[5];
    image.row(0, 0, bytes);
    image.row(0, 0, shorts);
    assertThat(bytes).containsExactly(0, 255, 128, 0, 1);
    assertThat(shorts).containsExactly(0, 65535, 32768, 126, 131);
  }

  @Test
  void row_notANumber_hasNoInteger() {
    Image image = Image.of(1, 1, new float[] {Float.NaN});
    assertThatThrownBy(() -> image.row(0, 0, new short[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("samples must be numbers, but one is NaN");
  }

  @Test
  void equals_sameValues_holdsAcrossStorage() {
    byte[] bytes = new byte[70 * 90];
    new Random(3).nextBytes(bytes);
    short[] shorts = new short[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      shorts[i] = (short) ((bytes[i] & 0xff) * 257);
    }
    Image eight = Image.ofBytes(70, 90, bytes);
    Image sixteen = Image.ofShorts(70, 90, shorts);
    Image[] images = {eight, sixteen, asFloats(eight)};
    for (Image one : images) {
      for (Image other : images) {
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
      }
    }
  }

  @Test
  void equals_lastSampleOneStepOff_isFalse() {
    Image image = everyShort();
    short[] shorts = new short[image.pixels()];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) i;
    }
    shorts[shorts.length - 1]--;
    Image other = Image.ofShorts(SIDE, SIDE, shorts);
    assertThat(image).isNotEqualTo(other).isNotEqualTo(asFloats(other));
    assertThat(asFloats(image)).isNotEqualTo(other);
    assertThat(Image.ofBytes(1, 1, new byte[1])).isNotEqualTo(Image.ofBytes(1, 1, new byte[] {1}));
  }

  @Test
  void plane_floats_isShared() {
    float[] plane = {0, 1};
    assertThat(Image.of(1, 2, plane).plane(0)).isSameAs(plane);
  }

  @Test
  void image8_of8Bits_sharesPlanes() {
    byte[][] planes = {new byte[] {1}, new byte[] {-1}, new byte[] {3}};
    Image8 image = Image8.of(Image.ofBytes(1, 1, planes));
    for (int c = 0; c < 3; c++) {
      assertThat(image.plane(c)).isSameAs(planes[c]);
    }
  }

  @Test
  void of_image8_sharesPlanesOfAsManyChannels() {
    byte[] plane = {1, -1};
    Image grey = Image.of(Image8.of(1, 2, plane));
    assertThat(grey).isEqualTo(Image.ofBytes(1, 2, plane));
    assertThat(grey.bytes(0)).isSameAs(plane);
    assertThat(Image.of(Image8.of(1, 2, plane, plane, plane)).channels()).isEqualTo(3);
  }

  @Test
  void image8_ofOtherStorage_isRounded() {
    assertThat(Image8.of(everyShort())).isEqualTo(Image8.of(asFloats(everyShort())));
  }

  @Test
  void ofShorts_planeOfOtherLength_isRefused() {
    assertThatThrownBy(() -> Image.ofShorts(1, 2, new short[2], new short[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every plane of a 1×2 image must hold 2 samples, but plane 1 holds 3");
  }

  @Test
  void ofBytes_noPlane_isRefused() {
    assertThatThrownBy(() -> Image.ofBytes(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an image must have at least one channel, but has none");
  }

  private static Image everyByte() {
    byte[] bytes = new byte[SIDE];
    for (int v = 0; v < SIDE; v++) {
      bytes[v] = (byte) v;
    }
    return Image.ofBytes(1, SIDE, bytes);
  }

  private static Image everyShort() {
    short[] shorts = new short[SIDE * SIDE];
    for (int v = 0; v < shorts.length; v++) {
      shorts[v] = (short) v;
    }
    return Image.ofShorts(SIDE, SIDE, shorts);
  }

  private static Image asFloats(Image image) {
    return Image.of(image.height(), image.width(), image.plane(0));
  }
}
