package evenlight.torch.weights.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenlight.image.io.Sha256;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of the authors themselves. */
@Tag("shared")
class SharedWeightsTest {
  private final Path shared = Path.of(System.getProperty("evenlight.shared", "../shared"));
  private final Path authors = shared.resolve("weights");

  @BeforeEach
  void weightsAreThere() {
    assumeTrue(Files.isDirectory(authors), () -> "the authors' files must be in " + authors);
  }

  private ImportedWeights read(String id, String... files) throws IOException {
    List<Path> paths = Arrays.stream(files).map(authors::resolve).toList();
    return ImportedWeights.read(PublishedNetwork.named(id), paths);
  }

  /**
   * The hash is that of all numbers, tensors in the order of their names, as PyTorch and NumPy read
   * the same files.
   */
  @ParameterizedTest
  @CsvSource({
    "ifcnn, ifcnn-max, ifcnn/IFCNN-MAX.pth,"
        + " 15354e9427da68370e712d680f52de82aba2705affa7ba4e390e594757451a44",
    "ifcnn, ifcnn-mean, ifcnn/IFCNN-MEAN.pth,"
        + " 22607f6168a826bc0152291149c0d8192cca388fd897c71b4ddef5807c1b1055",
    "ifcnn, ifcnn-sum, ifcnn/IFCNN-SUM.pth,"
        + " 2585060a483e533afafb4ceb62016a0e05c1f45f69025d9462e69bbba5401ee4",
    "lcndr-released, lcndr-released, lcndr-released/model.pth,"
        + " 5a08f769ddfd8cbe0d296677192cbbe8e44d0cc2f30d2a899623dbee781f3011",
    "mef-net, mef-net, mefnet/MEFNet_release.pt,"
        + " cc4d738e082296cb1beb22e870ba7d781f6b0445340f22a58d12e185bb1f63b5",
    "pmgi, pmgi, pmgi/CGAN.model-9.index,"
        + " 889dc154445704ff490d8c376f4a8955e986aef5863bc57a7c37a1210b4b581d",
    "raft-small, raft-small, raft-small/raft-small.pth,"
        + " e9d9c2411e615ded926d839b6cb43ac12725aa9c7d6ba19eac2b80605775aeeb",
    "sd-net, sd-net, sdnet/MEF.model-11.index,"
        + " 259fe7b8ff88ff60d2d2a9ad92e9bf872066545fed577f78571fbc16579253a2",
    "u2fusion, u2fusion, u2fusion/model.ckpt.index,"
        + " c7b20b1fa50082ca6474dcf441ce6d5ae6f18c022f1f0e70bbf2f39deca42791"
  })
  void weights_ofTheAuthors_allMatch(String method, String id, String file, String hash)
      throws IOException {
    ImportedWeights imported = read(method, file);
    assertThat(imported.weights().tensors().keySet())
        .containsExactlyElementsOf(PublishedNetwork.named(method).shapes().keySet());
    assertThat(hash(imported.weights())).isEqualTo(hash);
    assertThat(imported.id()).isEqualTo(id);
  }

  @Test
  void weights_ofHalder_allMatch() throws IOException {
    ImportedWeights imported =
        read(
            "halder",
            "halder/latest_net_G_A.pth",
            "halder/latest_net_G_V.pth",
            "halder/latest_net_G_H.pth");
    assertThat(hash(imported.weights()))
        .isEqualTo("ed7cb979feb173da77bde7955de09b2e31b9c2bb05dff5e626bf065d2c42ad7a");
    assertThat(imported.summary()).isEqualTo("88 matched, 8 dropped");
  }

  /** The state before training was written by another program, which dropped the same counters. */
  @Test
  void weights_lcndrAsReleased_haveNamesAndShapesOfItsInitialState() throws IOException {
    Weights released = read("lcndr-released", "lcndr-released/model.pth").weights();
    Weights initial =
        Safetensors.read(shared.resolve("golden/lcndr-released-seed1.weights.safetensors"));
    assertThat(shapes(released)).isEqualTo(shapes(initial));
  }

  @Test
  void weights_ofEveryOtherNetwork_areRefused() throws IOException {
    for (PublishedNetwork network : PublishedNetwork.all()) {
      if (network != PublishedNetwork.PMGI && network.parts().size() == 1) {
        assertThatThrownBy(() -> read(network.id(), "pmgi/CGAN.model-9.index").weights())
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageMatching("all tensors .* missing, .* unexpected.* in CGAN.model-9.index");
      }
    }
  }

  private static Map<String, List<Long>> shapes(Weights weights) {
    return weights.tensors().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                tensor -> Arrays.stream(tensor.getValue().shape()).boxed().toList()));
  }

  private static String hash(Weights weights) {
    ByteBuffer bytes =
        ByteBuffer.allocate((int) weights.count() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Parameter parameter : new TreeMap<>(weights.tensors()).values()) {
      for (float value : parameter.values()) {
        bytes.putFloat(value);
      }
    }
    return Sha256.of(bytes.array());
  }
}
