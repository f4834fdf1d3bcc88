package evenlight.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image;
import org.junit.jupiter.api.Test;

class CameraTest {
  @Test
  void expose_oneStopMore_isTwiceTheRadiance() {
    Image longer = noiseless(1).expose(even(0.1), 1).image();
    Image brighter = noiseless(0).expose(even(0.2), 1).image();
    assertThat(longer).isEqualTo(brighter);
  }

  @Test
  void expose_beyondSaturation_isWhite() {
    Image white = noiseless(0).expose(even(1), 1).image();
    assertThat(Region.ALL.share(white, value -> value == 1)).isEqualTo(1);
  }

  @Test
  void expose_black_isBlackButForReadNoise() {
    assertThat(Region.ALL.mean(noiseless(0).expose(even(0), 1).image())).isZero();
    assertThat(Region.ALL.deviation(Camera.at(0).expose(even(0), 1).image())).isBetween(0.0, 0.02);
  }

  @Test
  void expose_fewElectrons_isNoisierThanMany() {
    double few = Region.ALL.deviation(new Camera(0, 200, 0).expose(even(0.2), 1).image());
    double many = Region.ALL.deviation(new Camera(0, 20_000, 0).expose(even(0.2), 1).image());
    assertThat(few / many).isCloseTo(10, within(1.5));
  }

  @Test
  void expose_sameSeed_sameNoise() {
    RadianceMap grey = even(0.1);
    assertThat(Camera.at(0).expose(grey, 4)).isEqualTo(Camera.at(0).expose(grey, 4));
    assertThat(Camera.at(0).expose(grey, 4)).isNotEqualTo(Camera.at(0).expose(grey, 5));
  }

  @Test
  void new_outOfRange_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Camera.at(Double.NaN))
        .withMessage("an exposure must be within ±64 EV, but is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Camera(0, 0, 1))
        .withMessage("a full well must hold at least 1 electron, but holds 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Camera(0, 1, -2))
        .withMessage("read noise must be at least 0 electrons, but is -2.0");
  }

  @Test
  void response_fromZeroToOne_risesFromBlackToWhite() {
    assertThat(ResponseCurve.apply(0)).isZero();
    assertThat(ResponseCurve.apply(1)).isCloseTo(1, within(1e-12));
    for (int k = 1; k <= 100; k++) {
      assertThat(ResponseCurve.apply(k / 100.0))
          .isGreaterThan(ResponseCurve.apply(k / 100.0 - 0.01));
    }
  }

  private static Camera noiseless(double ev) {
    return new Camera(ev, 1e12, 0);
  }

  private static RadianceMap even(double radiance) {
    RadianceMap map = new RadianceMap(64, 64);
    for (int i = 0; i < map.pixels(); i++) {
      map.set(i, Vec.grey(radiance));
    }
    return map;
  }
}
