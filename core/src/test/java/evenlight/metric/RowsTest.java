package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
  @Test
  void sums_areAddedFromTopToBottom() {
    // 1e16 + 1 + 1 is 1e16 in this order, and 1e16 + 2 in the other.
    double[] rows = {1e16, 1, 1};
    assertThat(Rows.sums(3, 1, (row, sums) -> sums[0] += rows[row])).containsExactly(1e16);
  }

  @Test
  void sums_noRows_areZero() {
    assertThat(Rows.sums(0, 2, (row, sums) -> sums[0]++)).containsExactly(0, 0);
  }

  @Test
  void perSource_anyOrder_hasTheSameBits() {
    assertThat(new PerSource(List.of(1e16, 1.0, 1.0)).sum()).isEqualTo(1e16 + 2);
    assertThat(new PerSource(List.of(1.0, 1e16, 1.0)).sum()).isEqualTo(1e16 + 2);
    assertThat(new PerSource(List.of(1.0, 2.0, 6.0)).mean()).isEqualTo(3);
  }
}
