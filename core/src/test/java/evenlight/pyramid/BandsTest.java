package evenlight.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5})
  void forEach_anyNumberOfRows_doesEachOnce(int threads) {
    try (Bands bands = new Bands(threads)) {
      for (int rows : new int[] {1, 7, 16, 101}) {
        AtomicIntegerArray done = new AtomicIntegerArray(rows);
        bands.forEach(
            rows,
            (from, to) -> {
              for (int y = from; y < to; y++) {
                done.incrementAndGet(y);
              }
            });
        for (int y = 0; y < rows; y++) {
          assertThat(done.get(y)).isEqualTo(1);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void forEach_workThatFails_failsAlike(int threads) {
    try (Bands bands = new Bands(threads)) {
      assertThatThrownBy(
              () ->
                  bands.forEach(
                      100,
                      (from, to) -> {
                        throw new IllegalArgumentException("no such row");
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no such row");
    }
  }
}
