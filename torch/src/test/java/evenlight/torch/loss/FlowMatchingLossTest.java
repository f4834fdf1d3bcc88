package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class FlowMatchingLossTest {
  private static final int SIDE = 4;
  private static final int STEP = 8;

  /** Features that tell each place of 4×4 from all others; a place's number is its channel. */
  private static Tensor places(double strength) {
    return Tensors.times(torch.eye(SIDE * SIDE).view(1, SIDE * SIDE, SIDE, SIDE), strength);
  }

  private static Tensor flow(double toRight, double toBottom) {
    Tensor flow = torch.zeros(1, 2, SIDE * STEP, SIDE * STEP);
    flow.select(1, 0).fill_(new Scalar(toRight));
    flow.select(1, 1).fill_(new Scalar(toBottom));
    return flow;
  }

  private static double loss(Tensor first, Tensor second, Tensor flow, Tensor known) {
    return FlowMatchingLoss.of(first, second, flow, known).item_double();
  }

  private static Tensor known() {
    return torch.ones(1, 1, SIDE * STEP, SIDE * STEP);
  }

  @Test
  void of_featuresThatTellNothing_isTheLogarithmOfThePlaces() {
    try (TensorScope scope = new TensorScope()) {
      double loss = loss(places(0), places(0), flow(8, 0), known());
      assertThat(loss).isCloseTo(Math.log(SIDE * SIDE), within(1e-5));
    }
  }

  /** The second picture shows everything one place further to the right and two further down. */
  @Test
  void of_featuresThatMoveWithTheFlow_isAlmostNothing() {
    try (TensorScope scope = new TensorScope()) {
      Tensor second = places(10).roll(new long[] {2, 1}, new long[] {2, 3});
      assertThat(loss(places(10), second, flow(8, 16), known())).isLessThan(1e-6);
      assertThat(loss(places(10), second, flow(16, 8), known())).isGreaterThan(10);
    }
  }

  /** Likeness 4·1/√16 = 1 at the place itself, 0 at the 15 others. */
  @Test
  void of_halfAStep_isTheMeanOfBothNeighbours() {
    try (TensorScope scope = new TensorScope()) {
      double others = Math.log(Math.E + SIDE * SIDE - 1);
      assertThat(loss(places(2), places(2), flow(4, 0), known()))
          .isCloseTo(others - 0.5, within(1e-5));
    }
  }

  @Test
  void of_placesThatAreUnknown_doNotCount() {
    try (TensorScope scope = new TensorScope()) {
      Tensor second = places(10).clone();
      second.narrow(2, 0, 1).fill_(new Scalar(0)); // the first row has nothing to be found by
      Tensor known = known();
      assertThat(loss(places(10), second, flow(0, 0), known)).isGreaterThan(0.1);
      known.narrow(2, 0, STEP).fill_(new Scalar(0));
      assertThat(loss(places(10), second, flow(0, 0), known)).isLessThan(1e-6);
    }
  }

  @Test
  void of_nothingKnown_isNothing() {
    try (TensorScope scope = new TensorScope()) {
      Tensor none = torch.zeros(1, 1, SIDE * STEP, SIDE * STEP);
      assertThat(loss(places(1), places(1), flow(0, 0), none)).isZero();
    }
  }
}
