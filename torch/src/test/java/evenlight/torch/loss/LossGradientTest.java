package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.loss.LcndrLoss.Mse;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Central differences in float64 against what libtorch derives. */
class LossGradientTest {
  private static final int SIZE = 48;
  private static final double STEP = 1e-5;

  @BeforeAll
  static void loadNatives() {
    Natives.load();
  }

  static Stream<FusionLoss> losses() {
    return Stream.of(
        new LcndrLoss(new LcndrLoss.Config(0.3, 5, Mse.MEAN)),
        new LcndrLoss(new LcndrLoss.Config(0.3, 5, Mse.RMSE)),
        new LcndrLoss(new LcndrLoss.Config(0.3, 5, Mse.LITERAL)),
        new LcndrLoss(new LcndrLoss.Config(0, 1, Mse.LITERAL)),
        new MefSsimLoss(new MefSsimLoss.Config(0, 0)),
        new MefSsimLoss(new MefSsimLoss.Config(0.3, 5)),
        (over, under, wanted, fused) -> new SdNetLoss(50).forward(over, under, fused, fused, fused),
        (over, under, wanted, fused) ->
            new CfNetLoss()
                .forward(List.of(fused, fused), List.of(fused, over), over, under, wanted),
        new PmgiLoss(new PmgiLoss.Config(1, 1.5, 16)),
        new U2FusionLoss(new U2FusionLoss.Config(20, 100)),
        (over, under, wanted, fused) ->
            new MefNetLoss().forward(Tensors.join(0, under, over), fused),
        (over, under, wanted, fused) ->
            new MefGanLoss(MefGanLoss.Config.paper())
                .generator(fused.sigmoid(), rgb(fused), rgb(wanted)));
  }

  private static Tensor rgb(Tensor grey) {
    return grey.expand(-1, 3, -1, -1);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void backward_everyLoss_isTheFiniteDifference(FusionLoss loss) {
    double[] over = noise(1, 0.4, 0.6);
    double[] under = noise(2, 0, 0.5);
    double[] fused = noise(3, -0.05, 1.1);
    double[] analytic = gradient(loss, over, under, fused);
    double scale = Stream.of(analytic).mapToDouble(LossGradientTest::greatest).max().orElseThrow();
    assertThat(scale).isPositive();
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 12; trial++) {
      int i = random.nextInt(fused.length);
      double[] above = fused.clone();
      double[] below = fused.clone();
      above[i] += STEP;
      below[i] -= STEP;
      double numeric =
          (value(loss, over, under, above) - value(loss, over, under, below)) / (2 * STEP);
      assertThat(analytic[i]).isCloseTo(numeric, offset(2e-4 * scale));
    }
  }

  private static double greatest(double[] values) {
    double greatest = 0;
    for (double value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    return greatest;
  }

  private static double value(FusionLoss loss, double[] over, double[] under, double[] fused) {
    try (TensorScope scope = new TensorScope()) {
      return loss.forward(tensor(over), tensor(under), tensor(over), tensor(fused)).item_double();
    }
  }

  private static double[] gradient(FusionLoss loss, double[] over, double[] under, double[] fused) {
    try (TensorScope scope = new TensorScope()) {
      Tensor variable = tensor(fused);
      variable.set_requires_grad(true);
      loss.forward(tensor(over), tensor(under), tensor(over), variable).backward();
      double[] gradient = new double[fused.length];
      try (DoublePointer data = variable.grad().contiguous().data_ptr_double()) {
        data.get(gradient);
      }
      return gradient;
    }
  }

  private static Tensor tensor(double[] samples) {
    return Tensor.create(samples, 1, 1, SIZE, SIZE);
  }

  private static double[] noise(long seed, double offset, double amplitude) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles((long) SIZE * SIZE).map(v -> offset + amplitude * v).toArray();
  }
}
