package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.torch.network.Ifcnn.Scheme;
import evenlight.torch.network.Pmgi.Normalisation;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of other authors can be trained: a loss reaches all of their parameters. */
class PublishedGradientsTest {
  @BeforeAll
  static void load() {
    Natives.load();
  }

  static Stream<Arguments> networks() {
    torch.manual_seed(13);
    MefNet mefNet = new MefNet();
    Ifcnn ifcnn = new Ifcnn(Scheme.MEAN);
    U2Fusion u2fusion = new U2Fusion();
    Pmgi pmgi = new Pmgi(Normalisation.TRAINED);
    return Stream.of(
        arguments(mefNet, (a, b) -> mefNet.forward(Tensors.join(0, a, b))),
        arguments(
            ifcnn, (a, b) -> ifcnn.forward(List.of(a.repeat(1, 3, 1, 1), b.repeat(1, 3, 1, 1)))),
        arguments(u2fusion, u2fusion::forward),
        arguments(pmgi, pmgi::forward));
  }

  private static Arguments arguments(Module network, BinaryOperator<Tensor> forward) {
    return Arguments.of(network, forward);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void backward_anyLoss_reachesEveryParameter(Module network, BinaryOperator<Tensor> forward) {
    try (TensorScope scope = new TensorScope()) {
      letNormalisationCount(network);
      Tensor fused = forward.apply(torch.rand(2, 1, 24, 30), torch.rand(2, 1, 24, 30));
      fused.square().mean().backward();
      Parameters.trainable(network)
          .forEach(
              (name, parameter) -> {
                float[] gradient = Tensors.toArray(parameter.grad());
                double sum = 0;
                for (float value : gradient) {
                  sum += Math.abs(value);
                }
                assertThat(sum).as(name).isFinite();
                if (!isNormalisedAway(name)) {
                  assertThat(sum).as(name).isPositive();
                }
              });
    }
  }

  /** MEF-Net begins without normalisation. */
  private static void letNormalisationCount(Module network) {
    try (NoGradGuard noGrad = new NoGradGuard()) {
      Parameters.trainable(network)
          .forEach(
              (name, parameter) -> {
                if (name.endsWith("w_1")) {
                  parameter.addPut(torch.ones(1));
                }
              });
    }
  }

  /** PMGI adds biases before it subtracts means. */
  private static boolean isNormalisedAway(String name) {
    return name.matches("fusion_model\\.layer[1-4].*\\.b[1-4].*");
  }
}
