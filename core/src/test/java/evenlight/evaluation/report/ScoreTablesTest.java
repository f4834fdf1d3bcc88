package evenlight.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.evaluation.ScoreRow;
import evenlight.evaluation.ScoreTable;
import evenlight.metric.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTablesTest {
  @Test
  void markdown_smallTable_isThisText() {
    assertThat(ScoreTables.markdown(SmallTable.table()))
        .isEqualTo(
            """
            **Means over 3 scenes**

            | Metric | lcndr | average\\_2 | m\\&m |
            |:---|---:|---:|---:|
            | MEF-SSIM ↑ | **0.9433** | <u>*0.6567*</u> | 0.6000 |
            | *n* | 3 | 2 | 3 |
            | *p* | – | 0.617 | 0.250 |
            | PSNR ↑ | <u>*20.875*</u> | 18.750 | **23.000** |
            | *n* | 2 | 2 | 3 |
            | *p* | – | 0.500 | 0.500 |
            | LOE ↓ | <u>*83.33*</u> | 250.00 | **60.00** |
            | *n* | 3 | 2 | 3 |
            | *p* | – | 0.500 | 0.750 |

            ↑ higher is better, ↓ lower is better. n is the number of scenes that have a \
            value, 3 unless it is given. p is of the two-sided Wilcoxon signed-rank test \
            against lcndr on the scenes that both have; it is not corrected for many \
            comparisons. **Best**, <u>*second best*</u>.

            Samples: 8-bit, as decoded.

            Conventions: MEF-SSIM: window 11\\_mef-ssim; PSNR: window 11\\_psnr; LOE: window \
            11\\_loe.

            Scenes with a caveat: PSNR of lcndr 1.

            Scenes that failed: average\\_2 1.

            **MEF-SSIM ↑ of every scene**

            | Scene | lcndr | average\\_2 | m\\&m |
            |:---|---:|---:|---:|
            | Tower \\& \\<sky\\>, "50%" \\#1\\_a\\|b | **0.9800** | **0.9800** | \
            <u>*0.5000*</u> |
            | Night | **0.9000** | failed | 0.6000 |
            | Sea | **0.9500** | 0.3333 | <u>*0.7000*</u> |
            | Mean | **0.9433** | <u>*0.6567*</u> | 0.6000 |
            """);
  }

  @Test
  void latex_smallTable_isThisText() {
    assertThat(ScoreTables.latex(SmallTable.table()))
        .isEqualTo(
            """
            % Needs \\usepackage{booktabs}.
            \\begin{table}
              \\centering
              \\caption{Means over 3 scenes. $\\uparrow$ higher is better, $\\downarrow$ \
            lower is better. n is the number of scenes that have a value, 3 unless it is \
            given. p is of the two-sided Wilcoxon signed-rank test against lcndr on the \
            scenes that both have; it is not corrected for many comparisons. Samples: 8-bit, \
            as decoded. Conventions: MEF-SSIM: window 11\\_mef-ssim; PSNR: window 11\\_psnr; \
            LOE: window 11\\_loe. Scenes with a caveat: PSNR of lcndr 1. Scenes that failed: \
            average\\_2 1. Best bold, second best underlined.}
              \\begin{tabular}{lrrr}
                \\toprule
                Metric & lcndr & average\\_2 & m\\&m \\\\
                \\midrule
                {MEF-SSIM $\\uparrow$} & \\textbf{0.9433} & \\underline{0.6567} & 0.6000 \\\\
                \\quad $n$ & 3 & 2 & 3 \\\\
                \\quad $p$ & -- & 0.617 & 0.250 \\\\
                {PSNR $\\uparrow$} & \\underline{20.875} & 18.750 & \\textbf{23.000} \\\\
                \\quad $n$ & 2 & 2 & 3 \\\\
                \\quad $p$ & -- & 0.500 & 0.500 \\\\
                {LOE $\\downarrow$} & \\underline{83.33} & 250.00 & \\textbf{60.00} \\\\
                \\quad $n$ & 3 & 2 & 3 \\\\
                \\quad $p$ & -- & 0.500 & 0.750 \\\\
                \\bottomrule
              \\end{tabular}
            \\end{table}

            \\begin{table}
              \\centering
              \\caption{MEF-SSIM $\\uparrow$ of every scene. Samples: 8-bit, as decoded.}
              \\begin{tabular}{lrrr}
                \\toprule
                Scene & lcndr & average\\_2 & m\\&m \\\\
                \\midrule
                {Tower \\& $<$sky$>$, "50\\%" \\#1\\_a$|$b} & \\textbf{0.9800} & \
            \\textbf{0.9800} & \\underline{0.5000} \\\\
                {Night} & \\textbf{0.9000} & failed & 0.6000 \\\\
                {Sea} & \\textbf{0.9500} & 0.3333 & \\underline{0.7000} \\\\
                \\midrule
                {Mean} & \\textbf{0.9433} & \\underline{0.6567} & 0.6000 \\\\
                \\bottomrule
              \\end{tabular}
            \\end{table}
            """);
  }

  @Test
  void tables_oneMethodWithAllValues_haveNeitherTestNorCounts() {
    assertThat(ScoreTables.markdown(one("a", Score.of(0.5))))
        .startsWith(
            "**Scores of 1 scene**\n\n| Metric | a |\n|:---|---:|\n| MEF-SSIM ↑ | 0.5000 |\n\n")
        .doesNotContain("Wilcoxon");
  }

  @Test
  void latex_negativeValue_hasMinusSign() {
    assertThat(ScoreTables.latex(one("a", Score.of(-0.5)))).contains("& $-$0.5000 ");
  }

  @Test
  void latex_lettersThatLatexDoesNotKnow_areNumbers() {
    assertThat(ScoreTables.latex(one("[寺]\\~^é{$}", Score.of(1))))
        .contains("[U+5BFA]\\textbackslash{}\\textasciitilde{}\\textasciicircum{}é\\{\\$\\}");
  }

  @Test
  void latex_greekAndSuperscripts_areFormulas() {
    assertThat(ScoreTables.latex(one("Γ²κσΩ", Score.of(1))))
        .contains("$\\Gamma$$^2$$\\kappa$$\\sigma$$\\Omega$");
  }

  @Test
  void write_files_holdTheTexts(@TempDir Path folder) throws IOException {
    Path markdown = folder.resolve("scores.md");
    Path latex = folder.resolve("scores.tex");
    ScoreTables.writeMarkdown(SmallTable.table(), markdown);
    ScoreTables.writeLatex(SmallTable.table(), latex);
    assertThat(Files.readString(markdown)).isEqualTo(ScoreTables.markdown(SmallTable.table()));
    assertThat(Files.readString(latex)).isEqualTo(ScoreTables.latex(SmallTable.table()));
  }

  private static ScoreTable one(String method, Score score) {
    ScoreRow row =
        new ScoreRow(method, "s", List.of(), Map.of("mef-ssim", score), 0, Optional.empty());
    return new ScoreTable(
        List.of(method), List.of("s"), List.of(SmallTable.MEF_SSIM), "8-bit", List.of(row));
  }
}
