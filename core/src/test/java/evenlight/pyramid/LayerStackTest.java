package evenlight.pyramid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayerStackTest {
  @Test
  void row_stored_isThereInThePrecisionAskedFor() {
    double third = 1 / 3.0;
    assertThat(stored(Precision.DOUBLE, third)).isEqualTo(third);
    assertThat(stored(Precision.SINGLE, third)).isEqualTo((float) third);
  }

  @Test
  void rows_ofSeveralLayers_areThoseThatWerePut() {
    LayerStack stack = new LayerStack(2, 3, 2, Precision.DOUBLE);
    stack.put(1, new double[][] {{1, 2}, {3, 4}});
    stack.put(1, 2, new double[] {5, 6});
    double[][] rows = new double[2][2];
    stack.rows().row(1, rows);
    assertThat(rows).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    stack.rows().row(2, rows);
    assertThat(rows).isDeepEqualTo(new double[][] {{0, 0}, {5, 6}});
  }

  private static double stored(Precision precision, double value) {
    LayerStack stack = new LayerStack(1, 1, 1, precision);
    stack.put(0, 0, new double[] {value});
    double[] row = new double[1];
    stack.row(0, 0, row);
    return row[0];
  }
}
