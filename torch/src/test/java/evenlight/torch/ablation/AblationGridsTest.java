package evenlight.torch.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AblationGridsTest {
  private static final AblationGrids GRIDS =
      new AblationGrids(KnownScores.PLAN, KnownScores.scores());

  @Test
  void of_modules_hasARowForEachNetworkAndTicks() {
    assertThat(GRIDS.of(AblationTable.MODULES).markdown())
        .isEqualTo(
            """
            **Table IV: modules**

            | Network | C | E | S | MEF-SSIM ↑ | PSNR ↑ |
            |:---|---:|---:|---:|---:|---:|
            | M1 |  | ✓ | ✓ | 0.9200 ± 0.0141 | <u>*19.000 ± 0.000*</u> |
            | M2 | ✓ | ✓ |  | <u>*0.9300 ± 0.0141*</u> | 18.000 ± 0.000 |
            | M3 | ✓ |  | ✓ | **0.9400 ± 0.0141** | 17.000 ± 0.000 |
            | M4 | ✓ | ✓ | ✓ | 0.9100 ± 0.0141 | **20.000 ± 0.000** |

            """);
  }

  @Test
  void of_tradeOff_hasAColumnForEachNetwork() {
    assertThat(GRIDS.of(AblationTable.TRADE_OFF).markdown())
        .isEqualTo(
            """
            **Table VI: feature trade-off**

            | Metric | (a) | (b) | (c) | (d) |
            |:---|---:|---:|---:|---:|
            | MEF-SSIM ↑ | 0.9700 ± 0.0141 | <u>*0.9800 ± 0.0141*</u> | **0.9900 ± 0.0141** \
            | 0.9100 ± 0.0141 |
            | PSNR ↑ | <u>*14.000 ± 0.000*</u> | 13.000 ± 0.000 | 12.000 ± 0.000 \
            | **20.000 ± 0.000** |

            """);
  }

  @Test
  void of_blocksAndCoordination_haveARowForEachNetwork() {
    assertThat(GRIDS.of(AblationTable.BLOCKS).lines())
        .extracting(line -> line.head())
        .containsExactly("1-CA", "2-CAs", "3-CAs (all)");
    assertThat(GRIDS.of(AblationTable.COORDINATION).lines())
        .extracting(line -> line.cells().get(1).text())
        .containsExactly("11.000 ± 0.000", "20.000 ± 0.000");
  }

  @Test
  void gains_ofTheWholeNetwork_arePairedBySeed() {
    assertThat(GRIDS.gains().lines()).hasSize(9);
    assertThat(GRIDS.gains().lines().get(0).cells())
        .extracting(cell -> cell.text())
        .containsExactly("-0.0100 ± 0.0000 (0 of 2)", "+1.000 ± 0.000 (2 of 2)");
  }

  @Test
  void withoutGain_namesWhatTheWholeNetworkDoesNotBeat() {
    assertThat(GRIDS.withoutGain())
        .containsExactly(
            "By MEF-SSIM the whole network is better than 0 of 9 variants, but not than without-c,"
                + " without-s, without-e, one-block, two-blocks, add-add, add-multiply,"
                + " multiply-multiply, uncoordinated.",
            "By PSNR the whole network is better than 9 of 9 variants.");
  }

  @Test
  void report_csv_hasALineForEachRowOfATable() {
    AblationReport report =
        new AblationReport(
            KnownScores.PLAN,
            KnownScores.scores(),
            GRIDS.gains(),
            GRIDS.gains(),
            new ColourShares(List.of()));
    List<String> lines = report.csv().lines().toList();
    assertThat(lines).hasSize(1 + 4 + 3 + 4 + 2);
    assertThat(lines.get(0)).isEqualTo("table,row,variant,seeds,mef_ssim,mef_ssim_sd,psnr,psnr_sd");
    assertThat(lines.get(1)).startsWith("modules,M1,without-c,2,0.92").endsWith(",19.0,0.0");
    assertThat(report.runsCsv().lines().toList()).hasSize(21);
    assertThat(report.runsCsv().lines().toList().get(2))
        .endsWith(",19.0")
        .startsWith("without-c,1");
    assertThat(report.latex()).contains("{M4} & $\\surd$ & $\\surd$ & $\\surd$ & 0.9100 $\\pm$");
    assertThat(report.markdown())
        .contains("Means over the test scenes (2), then over the seeds, ± standard deviation")
        .contains("\"name\": \"evenlight\"");
  }
}
