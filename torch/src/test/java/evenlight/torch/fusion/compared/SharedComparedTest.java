package evenlight.torch.fusion.compared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.Device;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.image.io.Photos;
import evenlight.metric.Comparison;
import evenlight.metric.MefSsim;
import evenlight.torch.weights.published.PublishedNetwork;
import evenlight.torch.weights.published.SharedWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published networks on photographs: pictures of a reference program, and published scores. */
@Tag("shared")
class SharedComparedTest {
  private static final double DIFFERENT_SAMPLES = 1e-3;
  private static final int GREATEST_DIFFERENCE = 3;
  private static final double SCORE_TOLERANCE = 1e-4;
  private static final double PUBLISHED_TOLERANCE = 1e-3;

  @TempDir private static Path folder;

  @BeforeAll
  static void importWeights() throws IOException {
    SharedWeights.install(folder, "mef-net", PublishedNetwork.MEF_NET, "mefnet/MEFNet_release.pt");
    SharedWeights.install(folder, "ifcnn-max", PublishedNetwork.IFCNN, "ifcnn/IFCNN-MAX.pth");
    SharedWeights.install(folder, "ifcnn-mean", PublishedNetwork.IFCNN, "ifcnn/IFCNN-MEAN.pth");
    SharedWeights.install(
        folder, "u2fusion", PublishedNetwork.U2FUSION, "u2fusion/model.ckpt.index");
    SharedWeights.install(folder, "pmgi", PublishedNetwork.PMGI, "pmgi/CGAN.model-9.index");
    SharedWeights.install(
        folder, "lcndr-released", PublishedNetwork.LCNDR_RELEASED, "lcndr-released/model.pth");
    SharedWeights.install(folder, "sd-net", PublishedNetwork.SD_NET, "sdnet/MEF.model-11.index");
    SharedWeights.install(
        folder,
        "halder",
        PublishedNetwork.HALDER,
        "halder/latest_net_G_A.pth",
        "halder/latest_net_G_V.pth",
        "halder/latest_net_G_H.pth");
  }

  /**
   * A method and where its reference lies.
   *
   * @param row method and configuration of the table of scores
   * @param pictures folder of the pictures; empty if there are none
   * @param published its name in the benchmark's scores; empty if these are of other settings
   */
  record Reference(String choice, String row, String pictures, String published) {
    @Override
    public String toString() {
      return choice;
    }
  }

  private static final Reference MEF_NET =
      new Reference("mef-net", "mefnet\tlow128", "mefnet", "MEFNet");
  private static final Reference U2FUSION =
      new Reference(
          "u2fusion:preset=paper-table",
          "u2fusion\tunder-over,minmax,studio8",
          "u2fusion",
          "U2Fusion");
  private static final Reference PMGI =
      new Reference("pmgi:preset=paper-table", "pmgi\tmefb", "pmgi-mefb", "PMGI");

  private static final String SEED_ONE = "lcndr-released-seed1";

  static List<Reference> references() {
    return List.of(
        MEF_NET,
        new Reference("ifcnn", "ifcnn-mean\tclahe", "ifcnn-mean", ""),
        new Reference("ifcnn:preset=paper-table", "ifcnn-max\tclahe", "ifcnn-max", ""),
        new Reference("ifcnn:clahe=off", "ifcnn-mean\tnoclahe", "", ""),
        new Reference("ifcnn:scheme=max:clahe=off", "ifcnn-max\tnoclahe", "", ""),
        U2FUSION,
        new Reference("pmgi", "pmgi\tofficial", "pmgi", ""),
        PMGI,
        released("", "lcndr-released\tofficial-wrap", "lcndr-released"),
        released(":overflow=clamp", "lcndr-released\tclamp", ""),
        released(":parameters=seed1", "lcndr-released-seed1\tofficial-wrap", SEED_ONE),
        released(":parameters=seed1:overflow=clamp", "lcndr-released-seed1\tclamp", ""),
        new Reference("sd-net", "sdnet\tstretch", "sdnet", ""),
        new Reference("sd-net:preset=paper-table", "sdnet\tnostretch", "", ""),
        new Reference("halder", "halder\tdefault", "halder", ""));
  }

  private static Reference released(String options, String row, String pictures) {
    return new Reference("lcndr-released" + options, row, pictures, "");
  }

  @Test
  void fuse_sampleOfLcndr_isWhatItsAuthorsShow() throws IOException {
    Path sample = SharedWeights.required("data/lcndr-sample");
    Bracket bracket =
        Bracket.read(Colour.STORED, sample.resolve("under.png"), sample.resolve("over.png"));
    Image8 fused = fused(released(":parameters=seed1", "", ""), bracket);
    Path shown = sample.resolve("published-result.png");
    Image8 expected = Image8.of(Photos.read(shown, Colour.STORED).image());
    long difference = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < fused.pixels(); i++) {
        difference += Math.abs(fused.at(c, i) - expected.at(c, i));
      }
    }
    assertThat(difference / (3.0 * fused.pixels())).isLessThan(0.01);
  }

  @ParameterizedTest
  @MethodSource("references")
  void fuse_window_isTheReference(Reference reference) throws IOException {
    assertFuses(reference, "Window");
  }

  @ParameterizedTest
  @MethodSource("references")
  void fuse_room_isTheReference(Reference reference) throws IOException {
    assertFuses(reference, "Room");
  }

  private static void assertFuses(Reference reference, String scene) throws IOException {
    Bracket bracket = bracket(scene);
    Image8 fused = fused(reference, bracket);
    if (!reference.pictures().isEmpty()) {
      Path file = SharedWeights.required("golden/" + reference.pictures() + "/" + scene + ".png");
      assertAlike(fused, Image8.of(Photos.read(file, Colour.STORED).image()));
    }
    double score = mefSsim(bracket, fused);
    assertThat(score)
        .isCloseTo(
            cell("golden/results.tsv", reference.row() + "\t" + scene, 3), within(SCORE_TOLERANCE));
    if (!reference.published().isEmpty()) {
      assertPublished(reference, scene, score);
    }
  }

  private static void assertAlike(Image8 fused, Image8 expected) {
    int different = 0;
    int greatest = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < fused.pixels(); i++) {
        int difference = Math.abs(fused.at(c, i) - expected.at(c, i));
        greatest = Math.max(greatest, difference);
        different += difference == 0 ? 0 : 1;
      }
    }
    assertThat(greatest).isLessThanOrEqualTo(GREATEST_DIFFERENCE);
    assertThat(different).isLessThanOrEqualTo((int) (DIFFERENT_SAMPLES * 3 * fused.pixels()));
  }

  static Stream<Reference> publishedReferences() {
    return Stream.of(MEF_NET, PMGI, U2FUSION);
  }

  /** Some minutes, most of them U2Fusion's. */
  @Tag("slow")
  @ParameterizedTest
  @MethodSource("publishedReferences")
  void fuse_losslessScenes_haveThePublishedScores(Reference reference) throws IOException {
    int scenes = 0;
    try (Stream<Path> folders = Files.list(SharedWeights.required("data/mefb"))) {
      for (Path scene : folders.sorted().toList()) {
        if (!Files.exists(scene.resolve("under.jpg"))) {
          String name = scene.getFileName().toString();
          Bracket bracket = bracket(name);
          assertPublished(reference, name, mefSsim(bracket, fused(reference, bracket)));
          scenes++;
        }
      }
    }
    assertThat(scenes).isEqualTo(15);
  }

  private static void assertPublished(Reference reference, String scene, double score)
      throws IOException {
    assertThat(score)
        .as(scene)
        .isCloseTo(
            cell("data/mefb-published.tsv", scene + "\t" + reference.published(), 2),
            within(PUBLISHED_TOLERANCE));
  }

  private static Image8 fused(Reference reference, Bracket bracket) throws IOException {
    FusionSettings settings =
        new FusionSettings(Optional.empty(), Device.CPU, 2, Map.of()).withWeightsFolder(folder);
    return Image8.of(FusionMethods.named(reference.choice(), settings).fuse(bracket));
  }

  private static double mefSsim(Bracket bracket, Image8 fused) {
    List<Image8> sources =
        bracket.exposures().stream().map(Exposure::image).map(Image8::of).toList();
    return MefSsim.MULTI_SCALE
        .score(new Comparison(sources, fused, Optional.empty()))
        .value()
        .orElseThrow();
  }

  private static double cell(String table, String start, int column) throws IOException {
    return Files.readAllLines(SharedWeights.required(table)).stream()
        .filter(line -> line.startsWith(start + "\t"))
        .map(line -> Double.parseDouble(line.split("\t", -1)[column]))
        .findFirst()
        .orElseThrow();
  }

  private static Bracket bracket(String scene) throws IOException {
    try (Stream<Path> files = Files.list(SharedWeights.required("data/mefb/" + scene))) {
      return Bracket.read(Colour.STORED, files.sorted().toArray(Path[]::new));
    }
  }
}
