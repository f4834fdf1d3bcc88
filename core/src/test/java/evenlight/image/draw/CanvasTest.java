package evenlight.image.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import evenlight.image.Image;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanvasTest {
  private static final Ink WHITE = Ink.grey(1);
  private static final Ink RED = new Ink(1, 0, 0);

  @Test
  void draw_horizontalLine_inksItsRowsAlone() {
    Canvas canvas = Canvas.of(5, 8, WHITE);
    canvas.draw(List.of(new Stroke(1.5, 2.5, 5.5, 2.5)), 0.5, RED);
    Image drawn = canvas.image();
    assertThat(drawn.at(0, 2, 3)).isEqualTo(1);
    assertThat(drawn.at(1, 2, 3)).isZero();
    assertThat(drawn.at(2, 1, 3)).isEqualTo(1);
    assertThat(drawn.at(2, 3, 3)).isEqualTo(1);
    assertThat(drawn.at(1, 2, 7)).isEqualTo(1);
  }

  @Test
  void draw_sameStrokeTwice_isNoThicker() {
    Stroke stroke = new Stroke(0.3, 0.7, 6.1, 5.2);
    Canvas once = Canvas.of(7, 7, WHITE);
    once.draw(List.of(stroke), 0.8, RED);
    Canvas twice = Canvas.of(7, 7, WHITE);
    twice.draw(List.of(stroke, stroke), 0.8, RED);
    assertThat(twice.image()).isEqualTo(once.image());
  }

  @Test
  void draw_beyondTheCanvas_isCutOff() {
    Canvas canvas = Canvas.of(4, 4, WHITE);
    canvas.draw(List.of(new Stroke(-20, 1.5, 40, 1.5), new Stroke(90, 90, 99, 99)), 0.5, RED);
    assertThat(canvas.image().at(1, 1, 0)).isZero();
    assertThat(canvas.image().at(1, 1, 3)).isZero();
    canvas.draw(List.of(new Stroke(90, 90, 99, 99)), 0.5, RED);
    canvas.draw(List.of(), 0.5, RED);
    assertThat(canvas.image().at(1, 3, 3)).isEqualTo(1);
  }

  @Test
  void write_letter_standsBetweenItsTopAndItsBaseline() {
    Canvas canvas = Canvas.of(30, 30, WHITE);
    canvas.write("I", 10, 5, 2, RED);
    Image drawn = canvas.image();
    assertThat(drawn.at(1, 4, 10)).isLessThan(1);
    assertThat(drawn.at(1, 10, 10)).isLessThan(0.5f);
    assertThat(drawn.at(1, 16, 10)).isLessThan(1);
    assertThat(drawn.at(1, 3, 10)).isEqualTo(1);
    assertThat(drawn.at(1, 19, 10)).isEqualTo(1);
    assertThat(drawn.at(1, 10, 13)).isEqualTo(1);
  }

  @Test
  void place_greyPicture_fillsAllChannelsAtItsPlace() {
    Canvas canvas = Canvas.of(3, 3, RED);
    canvas.place(Image.of(1, 2, new float[] {0.25f, 0.5f}), 2, 1);
    Image drawn = canvas.image();
    assertThat(drawn.at(2, 2, 1)).isEqualTo(0.25f);
    assertThat(drawn.at(0, 2, 2)).isEqualTo(0.5f);
    assertThat(drawn.at(1, 2, 0)).isZero();
  }

  @Test
  void place_beyondTheCanvas_isRefused() {
    Canvas canvas = Canvas.of(3, 3, RED);
    Image picture = Image.of(1, 2, new float[2]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> canvas.place(picture, 0, 2))
        .withMessage("a picture must lie on the 3×3 canvas, but is 1×2 at row 0, column 2");
  }

  @Test
  void image_drawnOnLater_staysAsItWas() {
    Canvas canvas = Canvas.of(2, 2, WHITE);
    Image before = canvas.image();
    canvas.draw(List.of(new Stroke(0, 0, 2, 2)), 2, RED);
    assertThat(before.at(1, 1, 1)).isEqualTo(1);
  }
}
