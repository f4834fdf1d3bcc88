package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenlight.bracket.Bracket;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.image.io.Photos;
import evenlight.metric.Comparison;
import evenlight.metric.MefSsim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DEM on photographs against an independent implementation and the scores that were published. */
@Tag("shared")
class SharedDemTest {
  private static final Path SHARED = Path.of(System.getProperty("evenlight.shared", "shared"));

  /** A tie of rounding may fall the other way where sums are added in another order. */
  private static final double DIFFERENT_SAMPLES = 1e-5;

  @ParameterizedTest
  @ValueSource(strings = {"Window", "Room"})
  void fuse_photographs_isReferencePicture(String scene) throws IOException {
    Image8 expected =
        Image8.of(Photos.read(required("golden/dem/" + scene + ".png"), Colour.STORED).image());
    Image8 fused = Image8.of(FusionMethods.named("dem").fuse(bracket(scene)));
    int different = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < fused.pixels(); i++) {
        int difference = Math.abs(fused.at(c, i) - expected.at(c, i));
        assertThat(difference).isLessThanOrEqualTo(1);
        different += difference;
      }
    }
    assertThat(different).isLessThanOrEqualTo((int) (DIFFERENT_SAMPLES * 3 * fused.pixels()));
  }

  record Row(String scene, double reference, Optional<String> published) {
    @Override
    public String toString() {
      return scene;
    }
  }

  static List<Row> rows() throws IOException {
    Map<String, String> published = new HashMap<>();
    cells("data/mefb-published.tsv")
        .filter(cells -> cells[1].equals("DEM"))
        .forEach(cells -> published.put(cells[0], cells[2]));
    return cells("golden/results.tsv")
        .filter(cells -> cells[0].equals("dem"))
        .map(
            cells ->
                new Row(
                    cells[2],
                    Double.parseDouble(cells[3]),
                    Optional.ofNullable(published.get(cells[2]))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void fuse_photographs_hasReferenceScore(Row row) throws IOException {
    Bracket bracket = bracket(row.scene());
    Image8 fused = Image8.of(FusionMethods.named("dem").fuse(bracket));
    List<Image8> sources =
        bracket.exposures().stream().map(exposure -> Image8.of(exposure.image())).toList();
    double score =
        MefSsim.MULTI_SCALE
            .score(new Comparison(sources, fused, Optional.empty()))
            .value()
            .orElseThrow();
    assertThat(score).isCloseTo(row.reference(), within(1e-6));
    if (isLossless(row.scene())) {
      String published = row.published().orElseThrow();
      assertThat(score).isCloseTo(Double.parseDouble(published), within(5.001e-6));
    }
  }

  private static boolean isLossless(String scene) {
    Path folder = SHARED.resolve("data/mefb").resolve(scene);
    return !Files.exists(folder.resolve("under.jpg"));
  }

  private static Bracket bracket(String scene) throws IOException {
    try (Stream<Path> files = Files.list(required("data/mefb/" + scene))) {
      return Bracket.read(Colour.STORED, files.sorted().toArray(Path[]::new));
    }
  }

  private static Stream<String[]> cells(String table) throws IOException {
    return Files.readAllLines(required(table)).stream().skip(1).map(line -> line.split("\t", -1));
  }

  private static Path required(String name) {
    Path path = SHARED.resolve(name);
    assumeTrue(Files.exists(path), () -> "the reference material must be in " + path);
    return path;
  }
}
