package evenlight.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FlowWheelTest {
  @Test
  void of_noMotion_isWhite() {
    Image image = FlowWheel.of(new FlowField(1, 1, new float[1], new float[1]), 4);
    assertThat(image.at(0, 0, 0)).isEqualTo(1);
    assertThat(image.at(1, 0, 0)).isEqualTo(1);
    assertThat(image.at(2, 0, 0)).isEqualTo(1);
  }

  @Test
  void of_oppositeDirections_haveOppositeColours() {
    FlowField flow = new FlowField(1, 2, new float[] {4, -4}, new float[2]);
    Image image = FlowWheel.of(flow, 4);
    assertThat(image.at(0, 0, 0)).isCloseTo(1, within(1e-6f));
    assertThat(image.at(1, 0, 0)).isCloseTo(0.25f, within(1e-6f));
    for (int c = 0; c < 3; c++) {
      assertThat(image.at(c, 0, 0) + image.at(c, 0, 1)).isCloseTo(1, within(1e-6f));
    }
  }

  @Test
  void usualLength_oneOutlierInAHundred_isThatOfTheOthers() {
    float[] x = new float[200];
    Arrays.fill(x, 2);
    x[7] = 300;
    FlowField flow = new FlowField(10, 20, x, new float[200]);
    assertThat(FlowWheel.usualLength(flow)).isEqualTo(2);
  }

  @Test
  void xAt_betweenPixels_isLinearAndOnTheBorderBeyondIt() {
    FlowField flow = new FlowField(2, 2, new float[] {0, 1, 2, 3}, new float[4]);
    assertThat(flow.xAt(0.5f, 0.25f)).isEqualTo(1.25f);
    assertThat(flow.xAt(-3, 9)).isEqualTo(1);
  }
}
