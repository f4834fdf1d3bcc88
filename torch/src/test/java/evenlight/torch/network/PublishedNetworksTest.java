package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.network.Ifcnn.Scheme;
import evenlight.torch.network.Pmgi.Normalisation;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import evenlight.torch.weights.published.PublishedNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of other authors have the parameters that those published. */
class PublishedNetworksTest {
  @BeforeAll
  static void load() {
    Natives.load();
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(new MefNet(), PublishedNetwork.MEF_NET, 26_461),
        Arguments.of(new Ifcnn(Scheme.MEAN), PublishedNetwork.IFCNN, 83_587),
        Arguments.of(new U2Fusion(), PublishedNetwork.U2FUSION, 659_217),
        Arguments.of(new Raft(RaftConfig.SMALL), PublishedNetwork.RAFT_SMALL, 990_162),
        Arguments.of(new Raft(RaftConfig.LARGE), PublishedNetwork.RAFT_LARGE, 5_257_536),
        Arguments.of(new Pmgi(Normalisation.IMAGE), PublishedNetwork.PMGI, 42_401));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void parameters_network_areThosePublished(
      Module network, PublishedNetwork published, long ignored) {
    Map<String, List<Long>> shapes = new TreeMap<>();
    Parameters.of(network, Map.of())
        .tensors()
        .forEach(
            (name, parameter) ->
                shapes.put(name, Arrays.stream(parameter.shape()).boxed().toList()));
    assertThat(shapes).containsExactlyInAnyOrderEntriesOf(published.shapes());
  }

  /** IFCNN's count leaves out running statistics, PMGI's has them. */
  @ParameterizedTest
  @MethodSource("networks")
  void parameters_network_areAsManyAsSpecified(
      Module network, PublishedNetwork published, long count) {
    Map<String, Tensor> counted =
        published == PublishedNetwork.PMGI
            ? Parameters.tensors(network)
            : Parameters.trainable(network);
    assertThat(counted.values().stream().mapToLong(Tensor::numel).sum()).isEqualTo(count);
  }

  @Test
  void load_weightsOfAnotherNetwork_isRefused() {
    Weights other = Parameters.of(new MefNet(), Map.of());
    assertThatThrownBy(() -> Parameters.load(new U2Fusion(), other, "some.safetensors"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the weights must have only tensors of this network")
        .hasMessageEndingWith("some.safetensors");
  }

  @Test
  void load_notANumber_isRefused() {
    Weights good = Parameters.of(new MefNet(), Map.of());
    Map<String, Parameter> tensors = new TreeMap<>(good.tensors());
    tensors.put("lr.18.bias", new Parameter(new long[] {1}, new float[] {Float.NaN}));
    assertThatThrownBy(
            () -> Parameters.load(new MefNet(), new Weights(tensors, Map.of()), "bad.safetensors"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the weights must be finite numbers, but found NaN in lr.18.bias in bad.safetensors");
  }
}
