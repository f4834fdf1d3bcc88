package evenlight.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import evenlight.figure.ContactSheet.Picture;
import evenlight.image.Image;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactSheetTest {
  private static final int MARGIN = 9;
  private static final float GROUND = 0.1f;

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 2", "3, 2, 2", "4, 2, 2", "5, 2, 3", "9, 3, 3"})
  void of_severalPictures_isAsSquareAsPossible(int count, int rows, int columns) {
    Image sheet = ContactSheet.of(Collections.nCopies(count, picture("a", 0.5f)));
    int caption = 10 + MARGIN / 2;
    assertThat(sheet.height()).isEqualTo(MARGIN + rows * (200 + caption + MARGIN));
    assertThat(sheet.width()).isEqualTo(MARGIN + columns * (300 + MARGIN));
    assertThat(sheet.channels()).isEqualTo(3);
  }

  @Test
  void of_fourPictures_placesThemRowByRow() {
    Image sheet =
        ContactSheet.of(
            List.of(picture("", 0.2f), picture("", 0.4f), picture("", 0.6f), picture("", 0.8f)));
    int right = sheet.width() - 20;
    int lower = sheet.height() / 2 + 20;
    assertThat(sheet.at(0, 20, 20)).isEqualTo(0.2f);
    assertThat(sheet.at(1, 20, right)).isEqualTo(0.4f);
    assertThat(sheet.at(2, lower, 20)).isEqualTo(0.6f);
    assertThat(sheet.at(0, lower, right)).isEqualTo(0.8f);
    assertThat(sheet.at(0, 20, sheet.width() / 2)).isEqualTo(GROUND);
  }

  @Test
  void of_label_isWrittenUnderThePicture() {
    Image sheet = ContactSheet.of(List.of(picture("Over-exposed (+2 EV)", 0.5f)));
    assertThat(ink(sheet)).isGreaterThan(300);
    assertThat(sheet.plane(0)).isEqualTo(sheet.plane(2));
  }

  @Test
  void of_emptyLabel_leavesTheGround() {
    assertThat(ink(ContactSheet.of(List.of(picture("", 0.5f))))).isZero();
  }

  @Test
  void of_labelTooLong_isDrawnSmaller() {
    Image sheet = ContactSheet.of(List.of(picture("ground truth ".repeat(9), 0.5f)));
    for (int y = MARGIN + 200; y < sheet.height(); y++) {
      assertThat(sheet.at(0, y, MARGIN - 1)).isEqualTo(GROUND);
      assertThat(sheet.at(0, y, MARGIN + 300)).isEqualTo(GROUND);
    }
    assertThat(ink(sheet)).isGreaterThan(100);
  }

  @Test
  void of_luminance_isGrey() {
    float[] plane = new float[64 * 64];
    Arrays.fill(plane, 0.7f);
    Image sheet = ContactSheet.of(List.of(new Picture("grey", Image.of(64, 64, plane))));
    assertThat(sheet.at(2, 30, 30)).isEqualTo(0.7f);
  }

  @Test
  void of_differentSizes_isRefused() {
    float[] plane = new float[64];
    Picture small = new Picture("fused", Image.of(8, 8, plane, plane, plane));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactSheet.of(List.of(picture("under", 0), small)))
        .withMessage(
            "all pictures of a sheet must be of one size, "
                + "but under is 200×300 and fused is 8×8 (height×width)");
  }

  @Test
  void of_nothing_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactSheet.of(List.of()))
        .withMessage("a contact sheet must have at least 1 picture, but has 0");
  }

  @Test
  void newPicture_twoChannels_isRefused() {
    Image two = Image.of(1, 1, new float[1], new float[1]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Picture("odd", two))
        .withMessage("a picture of a sheet must have 1 or 3 channels, but odd has 2");
  }

  /** Pixels under the picture that are clearly brighter than the ground. */
  private static int ink(Image sheet) {
    int count = 0;
    for (int y = MARGIN + 200; y < sheet.height(); y++) {
      for (int x = 0; x < sheet.width(); x++) {
        count += sheet.at(0, y, x) > 0.2f ? 1 : 0;
      }
    }
    return count;
  }

  private static Picture picture(String label, float value) {
    float[] plane = new float[200 * 300];
    Arrays.fill(plane, value);
    return new Picture(label, Image.of(200, 300, plane, plane, plane));
  }
}
