package evenlight.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FusionMethodsTest {
  @Test
  void named_unknownId_listsTheKnownOnes() {
    String known =
        FusionMethods.cards().stream().map(MethodCard::id).collect(Collectors.joining(", "));
    assertThatThrownBy(() -> FusionMethods.named("no-such-method"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the method must be one of [" + known + "], but is \"no-such-method\"");
  }

  @Test
  void cards_always_areInOrderOfTheirIds() {
    assertThat(FusionMethods.cards()).extracting(MethodCard::id).isSorted().doesNotHaveDuplicates();
  }
}
