package evenlight.torch.fusion.compared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.Device;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.NoWeightsException;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Sha256;
import evenlight.json.JsonRecords;
import evenlight.torch.network.CfNet;
import evenlight.torch.network.CfNetConfig;
import evenlight.torch.network.CfNetConfig.Scale;
import evenlight.torch.network.Halder;
import evenlight.torch.network.Ifcnn;
import evenlight.torch.network.Ifcnn.Scheme;
import evenlight.torch.network.LcndrReleased;
import evenlight.torch.network.MefGan;
import evenlight.torch.network.MefNet;
import evenlight.torch.network.Parameters;
import evenlight.torch.network.Pmgi;
import evenlight.torch.network.Pmgi.Normalisation;
import evenlight.torch.network.SdNet;
import evenlight.torch.network.U2Fusion;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.Safetensors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published networks as methods; the weights are random. */
class ComparedFusionTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void save() throws IOException {
    Natives.load();
    torch.manual_seed(17);
    save("mef-net", new MefNet());
    for (Scheme scheme : Scheme.values()) {
      save("ifcnn-" + scheme.name().toLowerCase(java.util.Locale.ROOT), new Ifcnn(scheme));
    }
    save("u2fusion", new U2Fusion());
    save("pmgi", new Pmgi(Normalisation.IMAGE));
    save("lcndr-released", LcndrReleased.seeded(2));
    save("sd-net", new SdNet());
    save("halder", new Halder());
    save("mef-gan", new MefGan());
    save("cf-net-x2", new CfNet(CfNetConfig.paper(Scale.TWO)));
  }

  private static void save(String id, Module network) throws IOException {
    Files.write(
        folder.resolve(id + ".safetensors"), Safetensors.toBytes(Parameters.of(network, Map.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mef-net",
        "ifcnn",
        "u2fusion",
        "pmgi",
        "lcndr-released",
        "lcndr-released:parameters=seed1",
        "sd-net",
        "halder",
        "mef-gan",
        "cf-net"
      })
  void fuse_pairInAnyOrder_givesThatSizeAndTheSameBits(String id) throws IOException {
    FusionMethod method = method(id);
    Image dark = noise(1, 33, 47, 0.5f);
    Image bright = noise(2, 33, 47, 1);
    Image fused = method.fuse(bracket(dark, bright));
    assertThat(fused.size()).isEqualTo("33×47");
    assertThat(fused.channels()).isEqualTo(3);
    assertThat(method.fuse(bracket(bright, dark))).isEqualTo(fused);
  }

  @ParameterizedTest
  @CsvSource({
    "mef-net:save=truncate",
    "mef-net:resize=bilinear",
    "ifcnn:scheme=max",
    "ifcnn:scheme=sum",
    "ifcnn:clahe=off",
    "u2fusion:order=under-over",
    "u2fusion:stretch=min-max",
    "u2fusion:stretch=none",
    "u2fusion:colour=full",
    "pmgi:bn=moving",
    "pmgi:stretch=off",
    "pmgi:input=mefb",
    "u2fusion:preset=paper-table",
    "pmgi:preset=paper-table",
    "lcndr-released:parameters=seed1",
    "lcndr-released:overflow=clamp",
    "sd-net:stretch=off",
    "sd-net:parameters=retrained",
    "halder:save=round",
    "mef-gan:stretch=off"
  })
  void fuse_option_changesTheResultAndItsFingerprint(String choice) throws IOException {
    Bracket bracket = bracket(noise(1, 48, 40, 0.9f), noise(2, 48, 40, 1));
    FusionMethod plain = method(choice.replaceAll(":.*", ""));
    FusionMethod other = method(choice);
    assertThat(other.fuse(bracket)).isNotEqualTo(plain.fuse(bracket));
    assertThat(other.fingerprint()).isNotEqualTo(plain.fingerprint());
  }

  @Test
  void fingerprint_presetAndItsOptions_areTheSame() throws IOException {
    String preset = method("u2fusion:preset=paper-table").fingerprint();
    assertThat(preset)
        .isEqualTo(method("u2fusion:order=under-over:stretch=min-max").fingerprint())
        .contains("u2fusion, parameters ", "order under-over, stretch min-max, colour studio");
    assertThat(method("u2fusion:preset=paper-table:order=over-under").fingerprint())
        .contains("order over-under, stretch min-max");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mef-net", "ifcnn", "u2fusion", "pmgi"})
  void fuse_equalExposures_givesThatExposure(String id) throws IOException {
    Image same = noise(5, 20, 20, 1);
    assertThat(method(id).fuse(bracket(same, same))).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mef-net", "ifcnn"})
  void fuse_threeExposures_seesAllOfThem(String id) throws IOException {
    FusionMethod method = method(id);
    Image dark = noise(1, 30, 36, 0.4f);
    Image middle = noise(2, 30, 36, 0.7f);
    Image bright = noise(3, 30, 36, 1);
    assertThat(method.fuse(bracket(dark, middle, bright)))
        .isNotEqualTo(method.fuse(bracket(dark, bright)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"u2fusion", "pmgi", "lcndr-released", "sd-net", "halder", "mef-gan"})
  void fuse_threeExposures_areRefusedByNetworksForTwo(String id) throws IOException {
    FusionMethod method = method(id);
    Image image = noise(1, 30, 36, 1);
    assertThatThrownBy(() -> method.fuse(bracket(image, image, noise(2, 30, 36, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(id + " needs at most 2 exposures, but the bracket has 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mef-net", "ifcnn", "pmgi"})
  void fuse_onePixel_givesOnePixel(String id) throws IOException {
    Image fused = method(id).fuse(bracket(noise(1, 1, 1, 0.3f), noise(2, 1, 1, 1)));
    assertThat(fused.size()).isEqualTo("1×1");
  }

  @Test
  void fuse_onePixelWithMirroredBorders_saysLeastSize() throws IOException {
    FusionMethod method = method("u2fusion");
    Bracket pixel = bracket(noise(1, 1, 1, 0.3f), noise(2, 1, 1, 1));
    assertThatThrownBy(() -> method.fuse(pixel))
        .hasMessage("u2fusion needs exposures of at least 2×2, but frame 0 is 1×1 (height×width)");
  }

  @ParameterizedTest
  @CsvSource({
    "mef-net, mef-net, mef-net MEFNet_release.pt",
    "ifcnn, ifcnn-mean, ifcnn IFCNN-MEAN.pth",
    "ifcnn:preset=paper-table, ifcnn-max, ifcnn IFCNN-MAX.pth",
    "u2fusion, u2fusion, u2fusion model.ckpt.index",
    "pmgi, pmgi, pmgi CGAN.model-9.index",
    "lcndr-released, lcndr-released, lcndr-released model.pth",
    "sd-net, sd-net, sd-net MEF.model-11.index",
    "halder, halder, halder latest_net_G_A.pth latest_net_G_V.pth latest_net_G_H.pth"
  })
  void named_noWeights_saysWhichCommandGetsThem(
      String choice, String file, String command, @TempDir Path empty) {
    FusionSettings settings = FusionSettings.defaults().withWeightsFolder(empty);
    assertThatThrownBy(() -> FusionMethods.named(choice, settings))
        .isInstanceOf(NoWeightsException.class)
        .hasMessageContaining("there are none at " + empty.resolve(file + ".safetensors"))
        .hasMessageContaining("evenlight weights import " + command);
  }

  @ParameterizedTest
  @CsvSource({
    "mef-gan, mef-gan, ''",
    "cf-net, cf-net-x2, ', or choose parameters=retrained'",
    "cf-net:scale=4, cf-net-x4, ', or choose parameters=retrained'"
  })
  void named_unpublishedWeights_saysWhereTheirsAreLookedFor(
      String choice, String file, String hint, @TempDir Path empty) {
    FusionSettings settings = FusionSettings.defaults().withWeightsFolder(empty);
    assertThatThrownBy(() -> FusionMethods.named(choice, settings))
        .isInstanceOf(NoWeightsException.class)
        .hasMessage(
            "%s needs weights, which its authors did not publish, but there are none at %s; lay"
                + " those of a training there, or give their file%s",
            file, empty.resolve(file + ".safetensors"), hint);
  }

  @Test
  void fuse_cfNetOfAnotherSize_isBuiltAsItsFileTells(@TempDir Path trained) throws IOException {
    saveSmallCfNet(trained);
    FusionSettings settings = FusionSettings.defaults().withWeightsFolder(trained);
    Bracket bracket = bracket(noise(1, 33, 47, 0.5f), noise(2, 33, 47, 1));
    assertThat(FusionMethods.named("cf-net", settings).fuse(bracket).size()).isEqualTo("33×47");
  }

  @Test
  void named_cfNetOfAnotherScale_isRefused(@TempDir Path trained) throws IOException {
    Path file = saveSmallCfNet(trained);
    FusionSettings settings = FusionSettings.defaults().withWeights(file);
    assertThatThrownBy(() -> FusionMethods.named("cf-net:scale=4", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the weights in %s are for cf-net:scale=2, but the scale is 4", file);
  }

  private static Path saveSmallCfNet(Path trained) throws IOException {
    CfNetConfig config = new CfNetConfig(Scale.TWO, 4, 1);
    Map<String, String> metadata = Map.of(CfNetConfig.KEY, JsonRecords.write(config));
    return Files.write(
        trained.resolve("cf-net.safetensors"),
        Safetensors.toBytes(Parameters.of(new CfNet(config), metadata)));
  }

  @ParameterizedTest
  @CsvSource({"sd-net, sd-net", "mef-net, mef-net", "pmgi, pmgi", "cf-net, cf-net-x2"})
  void fuse_retrainedParameters_needsNoFileAndHasACard(
      String id, String resource, @TempDir Path empty) throws IOException {
    FusionSettings settings = FusionSettings.defaults().withWeightsFolder(empty);
    Bracket pair = bracket(noise(1, 24, 32, 0.5f), noise(2, 24, 32, 1));
    Image fused = FusionMethods.named(id + ":parameters=retrained", settings).fuse(pair);
    assertThat(fused.size()).isEqualTo(pair.darkest().image().size());
    try (InputStream card = SdNetProvider.class.getResourceAsStream(resource + ".md");
        InputStream weights = SdNetProvider.class.getResourceAsStream(resource + ".safetensors")) {
      assertThat(new String(card.readAllBytes(), StandardCharsets.UTF_8))
          .contains(Sha256.of(weights.readAllBytes()));
    }
  }

  @Test
  void named_retrainedParametersOfAnotherScale_isRefused() {
    assertThatThrownBy(() -> method("cf-net:scale=4:parameters=retrained"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none do for cf-net-x4");
  }

  @Test
  void named_seededParametersWithAFile_isRefused() {
    FusionSettings settings =
        FusionSettings.defaults().withWeights(folder.resolve("lcndr-released.safetensors"));
    assertThatThrownBy(() -> FusionMethods.named("lcndr-released:parameters=seed1", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must run without weights");
  }

  @ParameterizedTest
  @CsvSource({"lcndr-released, 12, 13", "mef-gan, 7, 8", "cf-net, 3, 4"})
  void fuse_tooSmall_saysLeastSize(String id, int size, int least) throws IOException {
    FusionMethod method = method(id);
    Bracket small = bracket(noise(1, size, 40, 0.3f), noise(2, size, 40, 1));
    assertThatThrownBy(() -> method.fuse(small))
        .hasMessage(
            "%s needs exposures of at least %d×%d, but frame 0 is %d×40 (height×width)",
            id, least, least, size);
  }

  @Test
  void named_weightsOfAnotherNetwork_areRefused() {
    FusionSettings settings =
        FusionSettings.defaults().withWeights(folder.resolve("pmgi.safetensors"));
    assertThatThrownBy(() -> FusionMethods.named("mef-net", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must have only tensors of this network");
  }

  @Test
  void cards_comparedMethods_saysWhereWeightsComeFrom() {
    assertThat(FusionMethods.cards())
        .filteredOn(card -> List.of("mef-net", "ifcnn", "u2fusion", "pmgi").contains(card.id()))
        .hasSize(4)
        .allMatch(card -> card.weights().contains("evenlight weights import"))
        .allMatch(card -> card.kind() == MethodCard.Kind.LEARNED);
  }

  private static FusionMethod method(String choice) throws IOException {
    return FusionMethods.named(
        choice,
        new FusionSettings(Optional.empty(), Device.CPU, 1, Map.of()).withWeightsFolder(folder));
  }

  private static Bracket bracket(Image... images) {
    List<Exposure> exposures = new ArrayList<>();
    for (int k = 0; k < images.length; k++) {
      exposures.add(new Exposure("frame " + k, new Photo(images[k], 8)));
    }
    return Bracket.of(exposures);
  }

  private static Image noise(long seed, int height, int width, float top) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] planes = new float[3][height * width];
    for (float[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = top * (float) random.nextDouble();
      }
    }
    return Image.of(height, width, planes);
  }
}
