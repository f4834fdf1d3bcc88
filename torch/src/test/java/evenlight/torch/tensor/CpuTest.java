package evenlight.torch.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuTest {
  @ParameterizedTest
  @ValueSource(strings = {"flags\t\t: fpu avx512_bf16 sse", "flags : amx_bf16"})
  void computesInBf16_flagOfOne_isTrue(String line) {
    assertThat(Cpu.computesInBf16(List.of("processor : 0", line))).isTrue();
  }

  @Test
  void computesInBf16_otherFlagsAndOtherLines_isFalse() {
    assertThat(Cpu.computesInBf16(List.of("flags : avx512f avx512_bf16x"))).isFalse();
    assertThat(Cpu.computesInBf16(List.of("model name : avx512_bf16"))).isFalse();
    assertThat(Cpu.computesInBf16(List.of())).isFalse();
  }
}
