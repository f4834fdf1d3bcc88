package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethod;
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

/** Pairs of photographs kept beside the project, and what a reference program makes of them. */
final class SharedPairs {
  private static final Path SHARED = Path.of(System.getProperty("evenlight.shared", "shared"));
  private static final Path PAIRS = SHARED.resolve("data/mefb");
  private static final int SCENES = 40;
  // Scenes whose files do not end like a JPEG: their published values belong to lossless results.
  private static final int LOSSLESS = 15;
  // Half of the last of six printed digits, and a few samples rounded otherwise.
  private static final double SCORE_TOLERANCE = 1.1e-6;
  private static final double PUBLISHED_TOLERANCE = 5.001e-6;

  private SharedPairs() {}

  /** At most one sample in 100,000 may be rounded otherwise, as the order of sums differs. */
  static void assertFusesTo(FusionMethod method, String folder, String scene) throws IOException {
    Image8 fused = Image8.of(method.fuse(pair(scene)));
    Path file = SHARED.resolve("golden").resolve(folder).resolve(scene + ".png");
    Image8 expected = Image8.of(Photos.read(file, Colour.STORED).image());
    int different = 0;
    for (int c = 0; c < fused.channels(); c++) {
      for (int i = 0; i < fused.pixels(); i++) {
        int difference = Math.abs(fused.at(c, i) - expected.at(c, i));
        assertThat(difference).isLessThanOrEqualTo(1);
        different += difference;
      }
    }
    assertThat(different).isLessThanOrEqualTo(3 * fused.pixels() / 100_000);
  }

  /**
   * MEF-SSIM of all scenes against the reference's and, of those without JPEG, the published one.
   *
   * @param published the method's name there; empty if it has no results
   */
  static void assertScores(
      FusionMethod method, String row, String configuration, Optional<String> published)
      throws IOException {
    Map<String, Double> expected =
        column(SHARED.resolve("golden/results.tsv"), row + "\t" + configuration + "\t(\\S+)", 3);
    assertThat(expected).hasSize(SCENES);
    Map<String, Double> others =
        published.isEmpty()
            ? Map.of()
            : column(SHARED.resolve("data/mefb-published.tsv"), "(\\S+)\t" + published.get(), 2);
    int lossless = 0;
    for (String scene : expected.keySet()) {
      Bracket pair = pair(scene);
      double score = mefSsim(method, pair);
      assertThat(score).as(scene).isCloseTo(expected.get(scene), within(SCORE_TOLERANCE));
      if (!pair.darkest().name().endsWith(".jpg") && others.containsKey(scene)) {
        assertThat(score).as(scene).isCloseTo(others.get(scene), within(PUBLISHED_TOLERANCE));
        lossless++;
      }
    }
    assertThat(lossless).isEqualTo(published.isEmpty() ? 0 : LOSSLESS);
  }

  private static double mefSsim(FusionMethod method, Bracket pair) {
    List<Image8> sources = pair.exposures().stream().map(Exposure::image).map(Image8::of).toList();
    Image8 fused = Image8.of(method.fuse(pair));
    return MefSsim.MULTI_SCALE
        .score(new Comparison(sources, fused, Optional.empty()))
        .value()
        .orElseThrow();
  }

  /** A column of numbers by scene, whose name is the group of the pattern of a line's beginning. */
  private static Map<String, Double> column(Path table, String pattern, int column)
      throws IOException {
    assumeTrue(Files.isRegularFile(table), () -> "the reference values must be in " + table);
    Map<String, Double> values = new HashMap<>();
    for (String line : Files.readAllLines(table)) {
      if (line.matches(pattern + "\t.*")) {
        String scene = line.replaceAll(pattern + "\t.*", "$1");
        values.put(scene, Double.valueOf(line.split("\t", -1)[column]));
      }
    }
    return values;
  }

  private static Bracket pair(String scene) throws IOException {
    assumeTrue(Files.isDirectory(PAIRS), () -> "the MEFB pairs must be in " + PAIRS);
    try (Stream<Path> files = Files.list(PAIRS.resolve(scene))) {
      return Bracket.read(
          Colour.STORED,
          files
              .filter(file -> file.getFileName().toString().matches("(under|over)\\..*"))
              .toArray(Path[]::new));
    }
  }
}
