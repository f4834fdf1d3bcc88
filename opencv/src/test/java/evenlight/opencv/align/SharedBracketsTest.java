package evenlight.opencv.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import evenlight.align.Alignment;
import evenlight.align.Misaligned;
import evenlight.align.Registration;
import evenlight.align.Verdict;
import evenlight.bracket.Bracket;
import evenlight.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hand-held photographs, checked by features that had no part in the fit. */
@Tag("shared")
class SharedBracketsTest {
  private static final Path DATA = Path.of(System.getProperty("evenlight.shared", ""), "data");
  private static final OpenCvAligner AUTOMATIC = OpenCvAligner.automatic(0);

  private static Bracket read(String name) throws IOException {
    Path folder = DATA.resolve("unaligned").resolve(name);
    assumeThat(folder).isDirectory();
    try (Stream<Path> files = Files.list(folder)) {
      return Bracket.read(files.sorted().toArray(Path[]::new));
    }
  }

  private static double medianDistance(Bracket bracket) {
    Image one = bracket.darkest().image();
    Image other = bracket.brightest().image();
    List<Double> distances =
        FeatureDistances.between(one, other, Math.hypot(one.height(), one.width()) / 20);
    assertThat(distances).hasSizeGreaterThan(100);
    return distances.get(distances.size() / 2);
  }

  @Test
  void notebook_shakenByEightyPixels_endsWithinAPixel() throws IOException {
    Bracket bracket = read("notebook");
    Alignment alignment = AUTOMATIC.align(bracket, 0);

    Bracket aligned = new Registration(Misaligned.FAIL, true).apply(AUTOMATIC, bracket, alignment);

    assertThat(medianDistance(bracket)).isGreaterThan(40);
    assertThat(medianDistance(aligned)).isLessThan(1);
    assertThat(alignment.frames().get(1).residual().median()).isLessThan(1);
    assertThat(aligned.bitDepth()).isEqualTo(8);
  }

  @Test
  void drift_aPixelAFrame_endsWithinHalfAPixel() throws IOException {
    Bracket bracket = read("drift");
    Alignment alignment = AUTOMATIC.align(bracket, 3);

    Bracket aligned = new Registration(Misaligned.FAIL, true).apply(AUTOMATIC, bracket, alignment);

    assertThat(medianDistance(aligned)).isLessThan(0.4);
  }

  @Test
  void archway_onATripodWithSomebodyWalking_isStill() throws IOException {
    Alignment alignment = AUTOMATIC.align(read("archway"), 2);

    assertThat(alignment.frames()).allMatch(frame -> frame.verdict().isTrusted());
    assertThat(alignment.frames())
        .filteredOn(frame -> frame.verdict() == Verdict.ALIGNED)
        .hasSize(4);
    assertThat(alignment.isStill()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "fairchild-ahwahneegreatlounge/e6.jpg, fairchild-goldengate1/e4.jpg",
    "fairchild-bandonsunset1/e2.jpg, fairchild-cemeterytree1/e9.jpg",
    "fairchild-benjerrys/e2.jpg, fairchild-delicatearch/e8.jpg",
    "fairchild-bigfootpass/e1.jpg, fairchild-frontier/e9.jpg",
    "fairchild-flamingo/e6.jpg, fairchild-urchapel1/e9.jpg",
    "empa-hdr-cafe/e3.jpg, empa-hdr-garden/e5.jpg",
    "empa-hdr-knossos3/e2.jpg, empa-hdr-stonetower1/e9.jpg",
    "deepfuse-seq-25/e1.jpg, deepfuse-seq-71/e3.jpg",
    "deepfuse-seq-41/e1.jpg, deepfuse-seq-73/e3.jpg",
    "misc-pairs-agal-2/e1.jpg, misc-pairs-holoco-sice-001/e2.jpg"
  })
  void align_picturesOfDifferentScenes_isRefused(Path one, Path other) throws IOException {
    Path scenes = DATA.resolve("train");
    assumeThat(scenes.resolve(one)).isRegularFile();
    Bracket bracket = Bracket.read(scenes.resolve(one), scenes.resolve(other));

    Alignment alignment = AUTOMATIC.align(bracket, 0);

    assertThat(alignment.frames().get(1).verdict()).isEqualTo(Verdict.REFUSED);
  }
}
