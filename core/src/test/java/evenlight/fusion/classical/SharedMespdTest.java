package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenlight.bracket.Bracket;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.image.io.Photos;
import evenlight.metric.Comparison;
import evenlight.metric.MefSsim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real photographs, fused like the reference, which has the same bits as the authors' code. */
@Tag("shared")
class SharedMespdTest {
  private static final FusionMethod MESPD = FusionMethods.named("mespd");

  private final Path shared = Path.of(System.getProperty("evenlight.shared", "shared"));
  private final Path pairs = shared.resolve("data/mefb");
  private final Path golden = shared.resolve("golden");

  @BeforeEach
  void photographsAreThere() {
    assumeTrue(Files.isDirectory(pairs), () -> "the MEFB pairs must be in " + pairs);
  }

  /** One sample in 100,000 may be rounded otherwise, as the order of sums differs. */
  @ParameterizedTest
  @ValueSource(strings = {"Window", "Room"})
  void fuse_pair_isTheReferencePicture(String scene) throws IOException {
    Image8 fused = Image8.of(MESPD.fuse(pair(scene)));
    Image8 expected = Image8.of(Photos.read(golden.resolve("mespd/" + scene + ".png")).image());
    int different = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < fused.pixels(); i++) {
        int difference = Math.abs(fused.at(c, i) - expected.at(c, i));
        assertThat(difference).isLessThanOrEqualTo(1);
        different += difference;
      }
    }
    assertThat(different).isLessThanOrEqualTo((int) (3e-5 * fused.pixels()));
  }

  @Test
  void fuse_allPairs_scoreAsTheReference() throws IOException {
    int scenes = 0;
    for (String line : Files.readAllLines(golden.resolve("results.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("mespd")) {
        double score = mefSsim(pair(cells[2]));
        assertThat(score).as(cells[2]).isCloseTo(Double.parseDouble(cells[3]), within(1e-6));
        scenes++;
      }
    }
    assertThat(scenes).isEqualTo(40);
  }

  private static double mefSsim(Bracket bracket) {
    Image fused = MESPD.fuse(bracket);
    List<Image8> sources =
        bracket.exposures().stream().map(exposure -> Image8.of(exposure.image())).toList();
    Comparison comparison = new Comparison(sources, Image8.of(fused), Optional.empty());
    return MefSsim.MULTI_SCALE.score(comparison).value().orElseThrow();
  }

  private Bracket pair(String scene) throws IOException {
    try (Stream<Path> files = Files.list(pairs.resolve(scene))) {
      Path[] exposures =
          files
              .filter(file -> file.getFileName().toString().matches("(under|over)\\..*"))
              .toArray(Path[]::new);
      return Bracket.read(Colour.STORED, exposures);
    }
  }
}
