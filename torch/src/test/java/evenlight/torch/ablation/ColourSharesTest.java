package evenlight.torch.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.figure.ColourShare;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColourSharesTest {
  @Test
  void of_picture_isEachComponentsPartOfTheSum() {
    ColourShare share = ColourShare.of(KnownPictures.plain(100, 60, 40));
    assertThat(share.values()).containsExactly(0.5, 0.3, 0.2);
    assertThat(share.label()).isEqualTo("R 0.500 G 0.300 B 0.200");
    assertThat(share.distance(ColourShare.of(KnownPictures.plain(80, 80, 40))))
        .isCloseTo(0.2, within(1e-12));
    assertThat(ColourShare.of(KnownPictures.plain(0, 0, 0)).green()).isEqualTo(1 / 3.0);
  }

  @Test
  void grid_twoSeeds_hasMeansOfTheScenesWithGroundTruth() throws IOException {
    assertThat(shares().grid().markdown())
        .isEqualTo(
            """
            **Fig. 8: share of each colour component, mean over the scenes (1)**

            | Picture | R | G | B | distance to (c) ↓ |
            |:---|---:|---:|---:|---:|
            | (a) without | 0.2500 ± 0.0000 | 0.2500 ± 0.0000 | 0.5000 ± 0.0000 \
            | 0.6000 ± 0.0000 |
            | (b) with | 0.4500 ± 0.0707 | 0.3500 ± 0.0707 | 0.2000 ± 0.0000 \
            | 0.1000 ± 0.1414 |
            | (c) ground truth | 0.5000 | 0.3000 | 0.2000 | 0.0000 |

            """);
  }

  @Test
  void csv_hasALineForEachPicture() throws IOException {
    assertThat(shares().csv().lines())
        .hasSize(1 + 5 + 4)
        .contains("cave,full,1,0.5,0.3,0.2,0.0", "cave,ground-truth,,0.5,0.3,0.2,0.0")
        .contains("\"dune, \"\"high\"\"\",uncoordinated,2,0.25,0.25,0.5,");
  }

  @Test
  void sheets_areWrittenForEveryTable(@TempDir Path folder) throws IOException {
    new VisualComparison(KnownScores.table(), 1, new KnownPictures()).write(folder);
    for (AblationTable table : AblationTable.values()) {
      assertThat(folder.resolve(table.id()).resolve("cave.png")).isNotEmptyFile();
    }
  }

  private static ColourShares shares() throws IOException {
    return ColourShares.of(KnownScores.table(), KnownScores.PLAN.seeds(), new KnownPictures());
  }
}
