package evenlight.image.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrokeFontTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "abcdefghijklmnopqrstuvwxyz",
        "0123456789.,:'-+=/()_×?"
      })
  void strokes_everyCharacter_liesOnTheLineAndIsItsOwn(String characters) {
    for (String character : characters.split("", -1)) {
      for (Stroke stroke : StrokeFont.strokes(character)) {
        assertThat(List.of(stroke.x0(), stroke.x1()))
            .allSatisfy(x -> assertThat(x).isBetween(0.0, StrokeFont.width(character)));
        assertThat(List.of(stroke.y0(), stroke.y1()))
            .allSatisfy(y -> assertThat(y).isBetween(0.0, 8.0));
      }
    }
    assertThat(characters.chars().mapToObj(c -> StrokeFont.strokes(Character.toString(c))))
        .doesNotContain(List.of())
        .hasSize(characters.length());
  }

  @Test
  void strokes_unknownCharacter_isAQuestionMark() {
    assertThat(StrokeFont.strokes("\u20ac")).isEqualTo(StrokeFont.strokes("?"));
  }

  @Test
  void width_twoLetters_hasOneGap() {
    double single = StrokeFont.width("H");
    assertThat(StrokeFont.width("HH")).isCloseTo(2 * single + 2, within(1e-12));
    assertThat(StrokeFont.width("")).isZero();
  }
}
