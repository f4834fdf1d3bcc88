package evenlight.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void compare_numbersInNames_goesByValue() {
    assertThat(sorted("a10", "a9", "a", "10", "2", "b", "a9b", "a9a2", "a9a10"))
        .containsExactly("2", "10", "a", "a9", "a9a2", "a9a10", "a9b", "a10", "b");
  }

  @Test
  void compare_zerosBefore_breaksTies() {
    assertThat(sorted("1", "002", "01", "2")).containsExactly("01", "1", "002", "2");
  }

  @Test
  void compare_numberBeyondLong_isNoOverflow() {
    String huge = "9".repeat(40);
    assertThat(sorted("x" + huge, "x1" + huge, "x2"))
        .containsExactly("x2", "x" + huge, "x1" + huge);
  }

  private static List<String> sorted(String... names) {
    return List.of(names).stream().sorted(NaturalOrder.INSTANCE).toList();
  }
}
