package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.torch.tensor.Tensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import evenlight.torch.weights.published.SharedWeights;
import java.io.IOException;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/**
 * Inputs of a network and what the authors' program made of them.
 *
 * @param tensors by name: those of one case start with {@code case1.}
 */
record GoldenTensors(Weights tensors) {
  static GoldenTensors read(String name) throws IOException {
    return new GoldenTensors(SharedWeights.golden(name));
  }

  Tensor tensor(String name) {
    Parameter parameter = tensors.tensor(name);
    return Tensor.create(parameter.values(), parameter.shape());
  }

  /** That no sample is further from the reference than the tolerance. */
  void assertClose(String name, Tensor actual, double tolerance) {
    Parameter expected = tensors.tensor(name);
    assertThat(actual.numel())
        .as(name + " " + Arrays.toString(expected.shape()))
        .isEqualTo(expected.values().length);
    float[] samples = Tensors.toArray(actual);
    double greatest = 0;
    for (int i = 0; i < samples.length; i++) {
      greatest = Math.max(greatest, Math.abs((double) samples[i] - expected.values()[i]));
    }
    assertThat(greatest).as(name).isLessThanOrEqualTo(tolerance);
  }
}
