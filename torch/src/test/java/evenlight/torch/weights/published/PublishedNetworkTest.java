package evenlight.torch.weights.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedNetworkTest {
  private static long count(PublishedNetwork network, Predicate<String> names) {
    return network.shapes().entrySet().stream()
        .filter(tensor -> names.test(tensor.getKey()))
        .mapToLong(tensor -> product(tensor.getValue()))
        .sum();
  }

  private static long product(List<Long> shape) {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** Counts of trained numbers as the papers, or programs that hold the networks, give them. */
  @ParameterizedTest
  @CsvSource({
    "halder, 1233295",
    "ifcnn, 83587",
    "lcndr-released, 107204",
    "mef-net, 26461",
    "raft-large, 5257536",
    "raft-small, 990162",
    "sd-net, 67091",
    "u2fusion, 659217"
  })
  void shapes_ofNetwork_haveAsManyTrainedNumbersAsItIsKnownFor(String id, long trained) {
    assertThat(count(PublishedNetwork.named(id), name -> !name.contains(".running_")))
        .isEqualTo(trained);
  }

  @Test
  void shapes_pmgi_countStatisticsOfBatchNorm() {
    assertThat(count(PublishedNetwork.PMGI, name -> true)).isEqualTo(42_401);
  }

  @Test
  void shapes_sdNet_haveAPartThatFuses() {
    assertThat(count(PublishedNetwork.SD_NET, name -> name.matches(".*layer[1-5]_.*")))
        .isEqualTo(28_705);
  }

  @Test
  void named_unknownMethod_listsTheKnownOnes() {
    assertThatThrownBy(() -> PublishedNetwork.named("mertens"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "weights can be imported for halder, ifcnn, lcndr-released, mef-net, pmgi, raft-large,"
                + " raft-small, sd-net, u2fusion, but not for \"mertens\"");
  }
}
