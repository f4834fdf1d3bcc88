package evenlight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PeakMemoryTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void of_thisProcess_isAtLeastItsHeap() {
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    assertThat(PeakMemory.of("self").orElseThrow()).isGreaterThan(used);
    String number = Long.toString(ProcessHandle.current().pid());
    assertThat(PeakMemory.of(number).orElseThrow()).isGreaterThan(used);
  }

  @Test
  void of_processThatIsNone_isEmpty() {
    assertThat(PeakMemory.of("none")).isEmpty();
  }
}
