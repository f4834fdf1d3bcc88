package evenlight.torch.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonDifferencesTest {
  @Test
  void between_nestedChange_namesItsPlaceAndBothValues() {
    assertThat(
            JsonDifferences.between(
                "{\"a\":{\"b\":1,\"c\":2},\"d\":\"x\"}", "{\"a\":{\"b\":3,\"c\":2},\"e\":true}"))
        .containsExactly(
            "a.b was 1 and is 3", "d was x and is not there", "e was not there and is true");
  }

  @Test
  void between_sameValuesInAnotherOrder_isEmpty() {
    assertThat(JsonDifferences.between("{\"a\":1,\"b\":2}", "{ \"b\":2, \"a\":1 }")).isEmpty();
  }

  @Test
  void between_noJson_isRefused() {
    assertThatThrownBy(() -> JsonDifferences.between("{", "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be JSON, but is \"{\"");
  }
}
