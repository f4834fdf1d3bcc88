package evenlight.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final Grid GRID =
      new Grid(
          "Table <1>",
          "Row",
          List.of("C", "PSNR ↑"),
          List.of(
              new Line(Kind.VALUES, "M1", List.of(Cell.of("✓"), new Cell("9.5 ± 0.1", Mark.BEST))),
              new Line(Kind.VALUES, "M2", List.of(Cell.of(""), Cell.of("9.1 ± 0.2")))));

  @Test
  void markdown_smallGrid_isThisText() {
    assertThat(GRID.markdown())
        .isEqualTo(
            """
            **Table \\<1\\>**

            | Row | C | PSNR ↑ |
            |:---|---:|---:|
            | M1 | ✓ | **9.5 ± 0.1** |
            | M2 |  | 9.1 ± 0.2 |

            """);
  }

  @Test
  void latex_smallGrid_isThisText() {
    assertThat(GRID.latex("50 % of it."))
        .isEqualTo(
            """
            \\begin{table}
              \\centering
              \\caption{Table $<$1$>$. 50 \\% of it.}
              \\begin{tabular}{lrr}
                \\toprule
                Row & C & PSNR $\\uparrow$ \\\\
                \\midrule
                {M1} & $\\surd$ & \\textbf{9.5 $\\pm$ 0.1} \\\\
                {M2} &  & 9.1 $\\pm$ 0.2 \\\\
                \\bottomrule
              \\end{tabular}
            \\end{table}
            """);
  }
}
