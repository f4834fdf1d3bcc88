package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MefGanTest {
  private static MefGan network;

  @BeforeAll
  static void make() {
    PairNetwork.seed();
    network = new MefGan();
    network.eval();
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Parameters.trainable(network)
          .forEach(
              (name, tensor) -> {
                if (name.equals("attention.gamma")) {
                  tensor.fill_(new Scalar(0.7));
                }
              });
    }
  }

  @Test
  void parameters_ofAll_areAsManyAsInThePaper() {
    assertThat(PairNetwork.parameters(network)).isEqualTo(487_582);
  }

  @Test
  void forwardTiled_wholeMultiples_isWhatTheWholePictureGives() {
    PairNetwork.assertSame(
        3, 64, 48, network::forward, (over, under) -> network.forwardTiled(over, under, 24));
  }

  @Test
  void forward_otherSize_saysTheMultiple() {
    try (TensorScope scope = new TensorScope()) {
      Tensor odd = torch.rand(1, 3, 16, 20);
      assertThatThrownBy(() -> network.forward(odd, odd))
          .hasMessage("exposures must have a height and width in multiples of 8, but are 16×20");
    }
  }

  @Test
  void discriminator_patches_areJudgedBetweenZeroAndOne() {
    MefGanDiscriminator discriminator = new MefGanDiscriminator();
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor verdicts = discriminator.forward(torch.rand(2, 3, 144, 144));
      assertThat(verdicts.shape()).containsExactly(2, 1);
      for (float verdict : Tensors.toArray(verdicts)) {
        assertThat(verdict).isStrictlyBetween(0f, 1f);
      }
      Tensor other = torch.rand(2, 3, 96, 96);
      assertThatThrownBy(() -> discriminator.forward(other))
          .hasMessage("patches must be B×3×144×144, but are 2×3×96×96");
    }
  }
}
