package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.network.Ifcnn.Scheme;
import evenlight.torch.network.Pmgi.Normalisation;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of other authors, with random parameters, give in tiles what they give at once. */
class PublishedTilesTest {
  private static final int HEIGHT = 67;
  private static final int WIDTH = 93;
  private static final long SIDE = 32;

  @BeforeAll
  static void load() {
    Natives.load();
  }

  /** A network for two pictures, as a whole or in tiles. */
  interface Run {
    Tensor apply(Tensor first, Tensor second, long side);
  }

  record Case(String name, Run run) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    torch.manual_seed(21);
    Ifcnn max = evaluating(new Ifcnn(Scheme.MAX));
    Ifcnn mean = evaluating(new Ifcnn(Scheme.MEAN));
    U2Fusion u2fusion = new U2Fusion();
    return Stream.of(
        new Case("ifcnn max", (a, b, side) -> max.forwardTiled(rgb(a, b), side)),
        new Case("ifcnn mean", (a, b, side) -> mean.forwardTiled(rgb(a, b), side)),
        new Case("u2fusion", u2fusion::forwardTiled),
        new Case("pmgi image", pmgi(Normalisation.IMAGE)::forwardTiled),
        new Case("pmgi trained", pmgi(Normalisation.TRAINED)::forwardTiled),
        new Case("pmgi moving", pmgi(Normalisation.MOVING)::forwardTiled));
  }

  private static <M extends Module> M evaluating(M network) {
    network.eval();
    return network;
  }

  private static List<Tensor> rgb(Tensor... pictures) {
    return Stream.of(pictures).map(y -> y.expand(1, 3, y.size(2), y.size(3))).toList();
  }

  /** With scales and statistics that are not those of a fresh network. */
  private static Pmgi pmgi(Normalisation normalisation) {
    Pmgi network = new Pmgi(normalisation);
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Parameters.tensors(network)
          .forEach(
              (name, tensor) -> {
                if (name.contains("BatchNorm")) {
                  tensor.copy_(Tensors.plus(torch.rand(tensor.shape()), 0.2));
                }
              });
    }
    return network;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void forwardTiled_randomPictures_isWhatTheWholeGives(Case network) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      torch.manual_seed(4);
      Tensor first = torch.rand(1, 1, HEIGHT, WIDTH);
      Tensor second = torch.rand(1, 1, HEIGHT, WIDTH);
      float[] whole = Tensors.toArray(network.run().apply(first, second, WIDTH));
      float[] tiled = Tensors.toArray(network.run().apply(first, second, SIDE));
      assertThat(tiled).hasSameSizeAs(whole);
      double spread = 0;
      for (int i = 0; i < whole.length; i++) {
        assertThat(tiled[i]).isCloseTo(whole[i], offset(1e-4f));
        spread = Math.max(spread, Math.abs(whole[i] - whole[0]));
      }
      assertThat(spread).isGreaterThan(1e-2);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void forwardTiled_picturesOfTwoSizes_areRefused(Case network) {
    try (TensorScope scope = new TensorScope()) {
      Tensor first = torch.rand(1, 1, 20, 30);
      Tensor second = torch.rand(1, 1, 20, 31);
      assertThatThrownBy(() -> network.run().apply(first, second, SIDE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("of one size, but are 1×")
          .hasMessageContaining("×20×31");
    }
  }

  @Test
  void forward_u2fusionOnePixel_isRefused() {
    U2Fusion network = new U2Fusion();
    try (TensorScope scope = new TensorScope()) {
      Tensor pixel = torch.rand(1, 1, 1, 1);
      assertThatThrownBy(() -> network.forward(pixel, pixel))
          .hasMessage("exposures must be at least 2×2, but are 1×1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void forward_ifcnnEqualPictures_givesTheSameByMaximumAndMean(Scheme scheme) {
    torch.manual_seed(8);
    Ifcnn network = evaluating(new Ifcnn(scheme));
    torch.manual_seed(8);
    Ifcnn mean = evaluating(new Ifcnn(Scheme.MEAN));
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor picture = torch.rand(1, 3, 9, 11);
      float[] two = Tensors.toArray(network.forward(List.of(picture, picture)));
      float[] one = Tensors.toArray(mean.forward(List.of(picture, picture)));
      assertThat(two.length).isEqualTo(3 * 9 * 11);
      assertThat(java.util.Arrays.equals(two, one)).isEqualTo(scheme != Scheme.SUM);
    }
  }

  @Test
  void forward_mefNetBatch_isThatOfEachPicture() {
    torch.manual_seed(9);
    MefNet network = new MefNet();
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Parameters.trainable(network)
          .forEach(
              (name, tensor) -> {
                if (name.endsWith("w_1")) {
                  tensor.addPut(torch.ones(1));
                }
              });
      Tensor pictures = torch.rand(3, 1, 40, 52);
      float[] all = Tensors.toArray(network.forward(pictures).narrow(0, 1, 1));
      float[] one = Tensors.toArray(network.forward(pictures.narrow(0, 1, 1)));
      assertThat(all).containsExactly(one, offset(1e-5f));
    }
  }

  @Test
  void of_guidedFilterLinearTarget_isThatLine() {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor guide = torch.rand(1, 1, 20, 30);
      Tensor target = Tensors.plus(Tensors.times(guide, -2), 0.5);
      Tensor large = torch.rand(1, 1, 60, 90);
      float[] applied = Tensors.toArray(FastGuidedFilter.of(guide, target).apply(large));
      float[] expected = Tensors.toArray(Tensors.plus(Tensors.times(large, -2), 0.5));
      assertThat(applied).containsExactly(expected, offset(0.05f));
    }
  }
}
