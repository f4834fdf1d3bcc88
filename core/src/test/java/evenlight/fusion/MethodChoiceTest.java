package evenlight.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodChoiceTest {
  private static final MethodOption SOLVER =
      new MethodOption("solver", List.of("haar", "dct"), "haar", "how gradients are put together");
  private static final MethodOption SIGMA =
      new MethodOption("sigma", List.of(), "0.2", "width of the curve");
  private static final MethodCard CARD =
      new MethodCard(
          "gbm",
          "GBM",
          MethodCard.Kind.CLASSICAL,
          "It fuses.",
          "Always.",
          MethodCard.ANY_NUMBER,
          false,
          List.of(SOLVER, SIGMA),
          "little",
          "none",
          "none",
          "A paper",
          URI.create("https://example.org"),
          "none",
          "Apache-2.0");

  @Test
  void parse_idWithOptions_isBoth() {
    assertThat(MethodChoice.parse("gbm:solver=dct:sigma=0.3"))
        .isEqualTo(new MethodChoice("gbm", Map.of("solver", "dct", "sigma", "0.3")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gbm:", "gbm:dct", "gbm:=dct"})
  void parse_otherForm_isRefused(String text) {
    assertThatThrownBy(() -> MethodChoice.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a method must be written ID or ID:NAME=VALUE, but is \"" + text + "\"");
  }

  @Test
  void parse_optionTwice_isRefused() {
    assertThatThrownBy(() -> MethodChoice.parse("gbm:solver=dct:solver=haar"))
        .hasMessageContaining("gives solver twice");
  }

  @Test
  void check_unknownOptionOrValue_listsWhatIsPossible() {
    assertThatThrownBy(() -> CARD.check(Map.of("speed", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an option of the method gbm must be one of [solver, sigma], but is \"speed\"");
    assertThatThrownBy(() -> CARD.check(Map.of("solver", "best")))
        .hasMessage("the option solver must be one of [haar, dct], but is \"best\"");
    assertThatThrownBy(() -> CARD.check(Map.of("sigma", "wide")))
        .hasMessage("the option sigma must be a number, but is \"wide\"");
  }

  @Test
  void in_settings_isTheValueOrTheDefault() {
    FusionSettings settings = FusionSettings.defaults().withOptions(Map.of("sigma", "0.3"));
    assertThat(SIGMA.numberIn(settings)).isEqualTo(0.3);
    assertThat(SOLVER.in(settings)).isEqualTo("haar");
  }
}
