package evenlight.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import java.util.List;
import org.junit.jupiter.api.Test;

class CropPlacesTest {
  private static final int HEIGHT = 70;
  private static final int WIDTH = 140;

  @Test
  void of_twoPictures_areWhereTheirDetailDiffersMost() {
    CropPlaces places = CropPlaces.of(List.of(picture(0, 0), picture(200, 90)));
    assertThat(contains(places, places.first(), 40, 100)).isTrue();
    assertThat(contains(places, places.second(), 20, 20)).isTrue();
    assertThat(places.width()).isEqualTo(20 / 140.0);
    assertThat(places.height()).isEqualTo(20 / 70.0);
  }

  @Test
  void of_equalPictures_areApartAndInside() {
    CropPlaces places = CropPlaces.of(List.of(picture(9, 9), picture(9, 9)));
    double down = (places.first().y() - places.second().y()) * HEIGHT;
    double across = (places.first().x() - places.second().x()) * WIDTH;
    assertThat(Math.hypot(down, across)).isGreaterThan(Math.hypot(HEIGHT, WIDTH) / 3 - 1);
    assertThat(places.second().x() + places.width()).isLessThanOrEqualTo(1);
  }

  @Test
  void of_onePixel_isAllOfIt() {
    CropPlaces places = CropPlaces.of(List.of(Image8.of(1, 1, new byte[1])));
    assertThat(places.width()).isCloseTo(1, within(1e-9));
    assertThat(places.second()).isEqualTo(new CropPlaces.Corner(0, 0));
  }

  /** Grey with a strong and a weak dot. */
  private static Image8 picture(int strong, int weak) {
    byte[] plane = new byte[HEIGHT * WIDTH];
    plane[40 * WIDTH + 100] = (byte) strong;
    plane[20 * WIDTH + 20] = (byte) weak;
    return Image8.of(HEIGHT, WIDTH, plane);
  }

  private static boolean contains(CropPlaces places, CropPlaces.Corner corner, int y, int x) {
    double down = (y + 0.5) / HEIGHT - corner.y();
    double across = (x + 0.5) / WIDTH - corner.x();
    return down > 0 && down < places.height() && across > 0 && across < places.width();
  }
}
