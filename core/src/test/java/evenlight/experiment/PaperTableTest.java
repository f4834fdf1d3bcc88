package evenlight.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTableTest {
  @ParameterizedTest
  @ValueSource(strings = {"table1", "table2", "table3"})
  void read_everyTable_hasAValueOfEveryMethodInEveryRow(String name) throws IOException {
    PaperTable table = PaperTable.read(name);
    assertThat(table.values().values())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.keySet()).containsAll(LineUp.OF_THE_PAPER));
  }

  /**
   * But for PMGI's, which the paper prints wrong, printed means are those of the printed values.
   */
  @Test
  void read_scenes_haveThePrintedMeans() throws IOException {
    PaperTable table = PaperTable.read("table2");
    List<String> methods = new ArrayList<>(LineUp.OF_THE_PAPER);
    assertThat(methods.remove("pmgi")).isTrue();
    for (String method : methods) {
      double mean =
          table.values().entrySet().stream()
              .filter(row -> !row.getKey().equals("mean"))
              .mapToDouble(row -> row.getValue().getOrDefault(method, Double.NaN))
              .average()
              .orElseThrow();
      assertThat(table.value("Mean", method).orElseThrow())
          .as(method)
          .isCloseTo(mean, within(0.0012));
    }
  }

  @Test
  void value_rowInAnyCase_isFound() throws IOException {
    PaperTable table = PaperTable.read("table2");
    assertThat(table.has("belgiumhouse")).isTrue();
    assertThat(table.value("BelgiumHouse", "dem")).hasValue(0.947);
    assertThat(table.value("BelgiumHouse", "average")).isEmpty();
  }
}
