package evenlight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuartilesTest {
  @Test
  void of_fiveValues_areTheSecondThirdAndFourth() {
    Quartiles quartiles = Quartiles.of(List.of(5.0, 1.0, 4.0, 2.0, 9.0));
    assertThat(quartiles).isEqualTo(new Quartiles(2, 4, 5));
    assertThat(quartiles.range()).isEqualTo(3);
  }

  @Test
  void of_evenNumber_liesBetweenNeighbours() {
    assertThat(Quartiles.of(List.of(1.0, 2.0))).isEqualTo(new Quartiles(1.25, 1.5, 1.75));
  }

  @Test
  void of_oneValue_isThatValue() {
    assertThat(Quartiles.of(List.of(7.0))).isEqualTo(new Quartiles(7, 7, 7));
  }
}
