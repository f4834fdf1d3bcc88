package evenlight.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodCardTest {
  @Test
  void new_wordsJoinedByHyphens_isAccepted() {
    assertThat(card("mertens-2").id()).isEqualTo("mertens-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mertens", "two words", "-x", "x-", "x--y", "x_y"})
  void new_otherId_isRefused(String id) {
    assertThatThrownBy(() -> card(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a method's id must be lower-case words joined by hyphens, but is \"" + id + "\"");
  }

  private static MethodCard card(String id) {
    return new MethodCard(
        id,
        "A method",
        MethodCard.Kind.CLASSICAL,
        "It fuses",
        "Always",
        2,
        false,
        List.of(new MethodOption("solver", List.of("fast", "exact"), "fast", "which")),
        "little",
        "none",
        "none",
        "A paper",
        URI.create("https://example.org"),
        "none",
        "Apache-2.0");
  }
}
