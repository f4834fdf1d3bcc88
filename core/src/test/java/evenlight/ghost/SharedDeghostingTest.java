package evenlight.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.bracket.ReferenceExposure;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.metric.Comparison;
import evenlight.metric.MefSsim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("shared")
class SharedDeghostingTest {
  private static final Path DATA =
      Path.of(System.getProperty("evenlight.shared", "shared")).resolve("data");
  private static final double UNCHANGED = 0.001;

  private static Bracket bracket(Path folder) throws IOException {
    assumeTrue(Files.isDirectory(folder), () -> "the bracket must be in " + folder);
    try (Stream<Path> files = Files.list(folder)) {
      return Bracket.read(Colour.STORED, files.sorted().toArray(Path[]::new));
    }
  }

  /** Four women walk in the fourth frame alone; far away, others stand in the third. */
  @ParameterizedTest
  @EnumSource
  void apply_archway_hasNobodyInFrontWhereTheReferenceHasNobody(GhostLevel level)
      throws IOException {
    Bracket bracket = bracket(DATA.resolve("unaligned/archway"));
    int reference = ReferenceExposure.indexIn(bracket);

    Deghosted result = new Deghosting(level, 0).apply(bracket, reference);

    assertThat(result.reference().name()).endsWith("3.jpg");
    Image8 mask = result.mask().picture();
    // A face, a dark blouse, trousers, a white blouse, a bag, a hat, jeans, a lady in the back.
    int[][] people = {
      {540, 155}, {590, 145}, {720, 150}, {600, 275}, {680, 256}, {548, 446}, {690, 425}, {600, 200}
    };
    for (int[] place : people) {
      assertThat(mask.at(0, place[0] * mask.width() + place[1])).isEqualTo(255);
    }
    int replacedAbove = 0;
    for (int i = 0; i < 400 * mask.width(); i++) {
      replacedAbove += mask.at(0, i) > 0 ? 1 : 0;
    }
    assertThat(replacedAbove).isLessThan(400 * mask.width() / 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deepfuse-seq-67",
        "empa-hdr-knossos3",
        "fairchild-goldengate1",
        "misc-pairs-mefgan-2",
        "sice-cfnet-lake-lr"
      })
  void apply_staticScenes_leavesTheFusedPictureAsGood(String scene) throws IOException {
    Bracket bracket = bracket(DATA.resolve("train").resolve(scene));
    int reference = ReferenceExposure.indexIn(bracket);
    double before = score(bracket, bracket);

    for (GhostLevel level : GhostLevel.values()) {
      Bracket replaced = new Deghosting(level, 0).apply(bracket, reference).bracket();
      assertThat(before - score(replaced, bracket)).as(level.name()).isLessThan(UNCHANGED);
    }
  }

  private static double score(Bracket bracket, Bracket sources) throws IOException {
    List<Image8> originals =
        sources.exposures().stream().map(Exposure::image).map(Image8::of).toList();
    Image8 fused = Image8.of(FusionMethods.named("mertens").fuse(bracket));
    return MefSsim.MULTI_SCALE
        .score(new Comparison(originals, fused, Optional.empty()))
        .value()
        .orElseThrow();
  }
}
