package evenlight.torch.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image;
import evenlight.torch.training.Picture;
import evenlight.torch.training.ValidationResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PictureGridTest {
  private static final int FIRST_ROW = 10 + 3 * 22;

  @Test
  void of_twoScenes_hasARowForEachAndThreeColumns() {
    Image grid =
        PictureGrid.of(
            result(
                new Picture("tall", grey(640, 320, 0), grey(640, 320, 51), grey(640, 320, 102)),
                new Picture(
                    "wide", grey(100, 200, 153), grey(100, 200, 204), grey(100, 200, 255))));
    assertThat(grid.width()).isEqualTo(10 + 3 * (200 + 10));
    assertThat(grid.height()).isEqualTo(2 * 10 + 2 * 22 + 22 + 320 + 22 + 100);
    assertThat(level(grid, FIRST_ROW, 10)).isZero();
    assertThat(level(grid, FIRST_ROW + 319, 220 + 159)).isEqualTo(51);
    assertThat(level(grid, FIRST_ROW, 430)).isEqualTo(102);
    int second = FIRST_ROW + 320 + 22;
    assertThat(level(grid, second, 10)).isEqualTo(153);
    assertThat(level(grid, second, 220)).isEqualTo(204);
    assertThat(level(grid, second + 99, 430 + 199)).isEqualTo(255);
  }

  @Test
  void of_colours_areKept() {
    float[] low = {0.2f};
    float[] high = {0.8f};
    Image red = Image.of(1, 1, high, low, low);
    Image blue = Image.of(1, 1, low, low, high);
    Image grid = PictureGrid.of(result(new Picture("dot", red, red, blue)));
    assertThat(grid.at(0, FIRST_ROW, 10)).isEqualTo(0.8f);
    assertThat(grid.at(2, FIRST_ROW, 10)).isEqualTo(0.2f);
    assertThat(grid.at(2, FIRST_ROW, 10 + 2 * 11)).isEqualTo(0.8f);
  }

  @Test
  void of_luminance_isGrey() {
    Image light = Image.of(1, 1, new float[] {0.6f});
    Image grid = PictureGrid.of(result(new Picture("dot", light, light, light)));
    assertThat(grid.at(0, FIRST_ROW, 10)).isEqualTo(0.6f);
    assertThat(grid.at(2, FIRST_ROW, 10)).isEqualTo(0.6f);
  }

  @Test
  void of_sceneName_isWrittenAboveItsPictures() {
    Image named = PictureGrid.of(result(picture("garage")));
    Image unnamed = PictureGrid.of(result(picture("")));
    int differing = 0;
    for (int y = 0; y < named.height(); y++) {
      for (int x = 0; x < named.width(); x++) {
        if (named.at(0, y, x) != unnamed.at(0, y, x)) {
          assertThat(y).isBetween(FIRST_ROW - 22, FIRST_ROW - 1);
          differing++;
        }
      }
    }
    assertThat(differing).isGreaterThan(50);
  }

  @Test
  void of_manyMetricsOnSmallPictures_staysWithinTheMargins() {
    Image grid = PictureGrid.of(result(picture("a name that is much longer than its pictures")));
    for (int y = 0; y < grid.height(); y++) {
      assertThat(grid.at(0, y, grid.width() - 1)).isEqualTo(0.1f);
    }
  }

  private static ValidationResult result(Picture... pictures) {
    return new ValidationResult(
        4000, 0.0123, Map.of("mef-ssim", 0.981, "psnr", 21.5), List.of(pictures));
  }

  private static Picture picture(String scene) {
    return new Picture(scene, grey(40, 60, 0), grey(40, 60, 128), grey(40, 60, 200));
  }

  private static Image grey(int height, int width, int level) {
    byte[] plane = new byte[height * width];
    Arrays.fill(plane, (byte) level);
    return Image.ofBytes(height, width, plane, plane, plane);
  }

  private static int level(Image image, int y, int x) {
    return Math.round(image.at(1, y, x) * 255);
  }
}
