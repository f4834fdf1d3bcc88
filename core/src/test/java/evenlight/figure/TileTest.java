package evenlight.figure;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.figure.CropPlaces.Corner;
import evenlight.image.Image;
import evenlight.image.Image8;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TileTest {
  private static final CropPlaces PLACES =
      new CropPlaces(0.2, 0.2, new Corner(0.1, 0.1), new Corner(0.7, 0.7));

  @Test
  void of_picture_hasItWholeAndBothDetailsBelow() {
    Image8 picture = quadrants(50, 50);
    Image tile = Tile.of(picture, PLACES, Optional.empty());
    assertThat(tile.width()).isEqualTo(50);
    assertThat(tile.height()).isEqualTo(50 + 4 + 23);
    assertThat(red(tile, 2, 2)).isEqualTo(10);
    assertThat(red(tile, 30, 30)).isEqualTo(240);
    assertThat(red(tile, 54 + 11, 11)).isEqualTo(10);
    assertThat(red(tile, 54 + 11, 27 + 11)).isEqualTo(240);
    assertThat(red(tile, 5, 5)).as("frame of the first detail").isEqualTo(0xE0);
    assertThat(red(tile, 35, 35)).as("frame of the second detail").isEqualTo(0x21);
    assertThat(red(tile, 54, 0)).as("frame around the first detail").isEqualTo(0xE0);
  }

  @Test
  void of_largePicture_isReducedButItsDetailsAreNot() {
    Image tile = Tile.of(quadrants(600, 1200), PLACES, Optional.empty());
    assertThat(tile.width()).isEqualTo(480);
    assertThat(tile.height()).isEqualTo(240 + 4 + 238);
  }

  @Test
  void of_pictureWithShares_hasABarDividedByThem() {
    ColourShare share = new ColourShare(0.5, 0.3, 0.2);
    Image tile = Tile.of(quadrants(50, 50), PLACES, Optional.of(share));
    int row = tile.height() - 6;
    assertThat(tile.height()).isEqualTo(50 + 4 + 23 + 4 + 12);
    assertThat(red(tile, row, 24)).isEqualTo(0xD1);
    assertThat(red(tile, row, 26)).isEqualTo(0x30);
    assertThat(value(tile, 1, row, 39)).isEqualTo(0xA1);
    assertThat(value(tile, 2, row, 41)).isEqualTo(0xD1);
  }

  private static int red(Image image, int y, int x) {
    return value(image, 0, y, x);
  }

  private static int value(Image image, int channel, int y, int x) {
    return Math.round(image.at(channel, y, x) * 255);
  }

  /** Dark above and on the left of the middle, bright below and right of it. */
  private static Image8 quadrants(int height, int width) {
    byte[] plane = new byte[height * width];
    for (int i = 0; i < plane.length; i++) {
      boolean bright = i / width >= height / 2 && i % width >= width / 2;
      plane[i] = (byte) (bright ? 240 : 10);
    }
    return Image8.of(height, width, plane, plane.clone(), plane.clone());
  }
}
