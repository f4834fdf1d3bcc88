package evenlight.torch.weights.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.image.io.Sha256;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.checkpoint.PyTorchFiles;
import evenlight.torch.weights.checkpoint.TensorFlowFiles;
import evenlight.torch.weights.published.TensorFinding.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedWeightsTest {
  @TempDir private Path folder;

  private Path pyTorch(String name, Map<String, List<Long>> shapes, float value)
      throws IOException {
    return Files.write(folder.resolve(name), PyTorchFiles.zip(shapes, value));
  }

  private static List<String> names(ImportedWeights imported, Result result) {
    return imported.findings().stream()
        .filter(finding -> finding.result() == result)
        .map(TensorFinding::name)
        .toList();
  }

  @Test
  void weights_ofTheNetwork_haveItsNamesItsValuesAndTheirSource() throws IOException {
    Path file = pyTorch("net.pt", PublishedNetwork.MEF_NET.shapes(), 0.5f);
    ImportedWeights imported = ImportedWeights.read(PublishedNetwork.MEF_NET, List.of(file));
    Weights weights = imported.weights();
    assertThat(weights.tensors().keySet())
        .containsExactlyElementsOf(PublishedNetwork.MEF_NET.shapes().keySet());
    assertThat(weights.count()).isEqualTo(26_461);
    assertThat(weights.tensor("lr.18.bias").values()).containsExactly(0.5f);
    assertThat(weights.metadata())
        .containsEntry("method", "mef-net")
        .containsEntry("network", "mef-net")
        .containsEntry("sources", "net.pt sha256 " + Sha256.of(file));
    assertThat(imported.id()).isEqualTo("mef-net");
    assertThat(imported.summary()).isEqualTo("32 matched");
  }

  @Test
  void weights_trainedOnSeveralDevices_loseThePrefix() throws IOException {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    PublishedNetwork.MEF_NET.shapes().forEach((name, shape) -> shapes.put("module." + name, shape));
    Path file = Files.write(folder.resolve("net.pth"), PyTorchFiles.legacy(shapes, 1));
    Weights weights = ImportedWeights.read(PublishedNetwork.MEF_NET, List.of(file)).weights();
    assertThat(weights.tensors()).containsKey("lr.1.in_norm.weight").hasSize(32);
  }

  /** Each number tells where it lay: height, width, in, out. */
  @Test
  void weights_ofTensorFlow_areTransposed() throws IOException {
    Path index = tensorFlow(PublishedNetwork.U2FUSION, Map.of());
    ImportedWeights imported = ImportedWeights.read(PublishedNetwork.U2FUSION, List.of(index));
    Weights.Parameter kernel = imported.weights().tensor("Generator.encoder.conv1_1.kernel");
    assertThat(kernel.shape()).containsExactly(44, 2, 3, 3);
    int i = 0;
    for (int out = 0; out < 44; out++) {
      for (int in = 0; in < 2; in++) {
        for (int y = 0; y < 3; y++) {
          for (int x = 0; x < 3; x++) {
            assertThat(kernel.values()[i]).isEqualTo(((y * 3 + x) * 2 + in) * 44 + out);
            i++;
          }
        }
      }
    }
    assertThat(imported.weights().metadata().get("sources"))
        .contains("m.index sha256 ", "m.data-00000-of-00001 sha256 ");
  }

  @Test
  void findings_optimiserOfTensorFlow_isDropped() throws IOException {
    String slot = "Generator/encoder/conv1_1/bias/RMSProp_1";
    Path index =
        tensorFlow(PublishedNetwork.U2FUSION, Map.of(slot, List.of(44L), "beta1_power", List.of()));
    ImportedWeights imported = ImportedWeights.read(PublishedNetwork.U2FUSION, List.of(index));
    assertThat(names(imported, Result.DROPPED)).containsExactlyInAnyOrder(slot, "beta1_power");
    assertThat(imported.weights().tensors()).hasSize(20);
  }

  /** The tensors of a network and others, each filled with 0, 1, 2, ... */
  private Path tensorFlow(PublishedNetwork network, Map<String, List<Long>> others)
      throws IOException {
    Map<String, List<Long>> shapes = new LinkedHashMap<>(others);
    network
        .shapes()
        .forEach(
            (name, shape) -> {
              List<Long> stored = new ArrayList<>(shape);
              Collections.rotate(stored, 2);
              if (stored.size() == 4) {
                Collections.swap(stored, 2, 3);
              }
              shapes.put(name.replace('.', '/'), stored);
            });
    Map<String, float[]> values = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> {
          float[] numbers = new float[shape.stream().reduce(1L, Math::multiplyExact).intValue()];
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
          }
          values.put(name, numbers);
        });
    return TensorFlowFiles.write(folder, "m", shapes, values);
  }

  @Test
  void weights_ofAnotherNetwork_areRefused() throws IOException {
    Path file = pyTorch("other.pth", PublishedNetwork.IFCNN.shapes(), 1);
    ImportedWeights imported = ImportedWeights.read(PublishedNetwork.MEF_NET, List.of(file));
    assertThat(names(imported, Result.MISSING)).hasSize(32).contains("lr.18.bias");
    assertThat(names(imported, Result.UNEXPECTED)).hasSize(13).contains("conv4.bias");
    assertThatThrownBy(imported::weights)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "all tensors must be those of mef-net, but found 32 missing, 13 unexpected in"
                + " other.pth");
  }

  @Test
  void weights_ofAnotherShape_areRefused() throws IOException {
    Map<String, List<Long>> shapes = new LinkedHashMap<>(PublishedNetwork.MEF_NET.shapes());
    shapes.put("lr.0.weight", List.of(24L, 1L, 5L, 5L));
    Path file = pyTorch("net.pth", shapes, 1);
    ImportedWeights imported = ImportedWeights.read(PublishedNetwork.MEF_NET, List.of(file));
    assertThat(imported.findings())
        .contains(
            new TensorFinding(
                "lr.0.weight",
                Result.OTHER_SHAPE,
                List.of(24L, 1L, 5L, 5L),
                "instead of [24, 1, 3, 3]"));
    assertThatThrownBy(imported::weights).hasMessageContaining("31 matched, 1 other shape");
  }

  @Test
  void weights_nanOrInfinite_areRefused() throws IOException {
    for (float value : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      Path file = pyTorch("net.pth", PublishedNetwork.MEF_NET.shapes(), value);
      ImportedWeights imported = ImportedWeights.read(PublishedNetwork.MEF_NET, List.of(file));
      assertThat(names(imported, Result.NOT_FINITE)).hasSize(32);
      assertThatThrownBy(imported::weights).hasMessageContaining("found 32 not finite in net.pth");
    }
  }

  @Test
  void weights_inSeveralFiles_areToldApartByTheirNames() throws IOException {
    Path details = pyTorch("latest_net_G_H.pth", HalderTensors.details(), 3);
    Path over = pyTorch("latest_net_G_A.pth", HalderTensors.attention(), 1);
    Path under = pyTorch("latest_net_G_V.pth", HalderTensors.attention(), 2);
    Weights weights =
        ImportedWeights.read(PublishedNetwork.HALDER, List.of(details, over, under)).weights();
    assertThat(weights.tensors()).hasSize(88);
    assertThat(weights.tensor("G_A.fe1.bias").values()).containsOnly(1);
    assertThat(weights.tensor("G_V.fe1.bias").values()).containsOnly(2);
    assertThat(weights.tensor("G_H.conv1.bias").values()).containsOnly(3);
    assertThat(weights)
        .usingRecursiveComparison()
        .isEqualTo(
            ImportedWeights.read(PublishedNetwork.HALDER, List.of(under, details, over)).weights());
  }

  @Test
  void read_filesThatDoNotSayWhichTheyAre_areRefused() throws IOException {
    Path details = pyTorch("latest_net_G_H.pth", HalderTensors.details(), 3);
    Path over = pyTorch("over.pth", HalderTensors.attention(), 1);
    Path under = pyTorch("under.pth", HalderTensors.attention(), 2);
    assertThatThrownBy(
            () -> ImportedWeights.read(PublishedNetwork.HALDER, List.of(over, under, details)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "of the files for halder one must have G_A in its name, but found [over.pth,"
                + " under.pth, latest_net_G_H.pth]");
    assertThatThrownBy(() -> ImportedWeights.read(PublishedNetwork.HALDER, List.of(details)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be in 3 checkpoints (latest_net_G_A.pth, ");
  }

  @Test
  void id_oneOfSeveralTrainings_isThatOfTheFilesName() throws IOException {
    Path mean = pyTorch("IFCNN-MEAN.pth", PublishedNetwork.IFCNN.shapes(), 1);
    ImportedWeights imported = ImportedWeights.read(PublishedNetwork.IFCNN, List.of(mean));
    assertThat(imported.id()).isEqualTo("ifcnn-mean");
    assertThat(imported.weights().metadata()).containsEntry("variant", "mean");
  }

  @Test
  void id_fileThatDoesNotSayWhichTraining_isRefused() throws IOException {
    Path maximal = pyTorch("maximal.pth", PublishedNetwork.IFCNN.shapes(), 1);
    ImportedWeights imported = ImportedWeights.read(PublishedNetwork.IFCNN, List.of(maximal));
    assertThat(imported.weights().metadata()).doesNotContainKey("variant");
    assertThatThrownBy(imported::id)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the file's name must say which of max, mean, sum it is for, but is maximal.pth");
  }
}
