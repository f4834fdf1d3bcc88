package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.network.CfNetConfig.Scale;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CfNetTest {
  @BeforeAll
  static void seed() {
    PairNetwork.seed();
  }

  @ParameterizedTest
  @CsvSource({"TWO, 17048297", "FOUR, 28975849"})
  void parameters_ofAll_areAsManyAsInThePaper(Scale scale, long parameters) {
    assertThat(PairNetwork.parameters(new CfNet(CfNetConfig.paper(scale)))).isEqualTo(parameters);
  }

  @Test
  void parameters_names_areThoseOfTheCode() {
    CfNet network = new CfNet(new CfNetConfig(Scale.TWO, 4, 6));
    try (TensorScope scope = new TensorScope()) {
      assertThat(Parameters.trainable(network).keySet())
          .contains(
              "conv_in_over.0.weight",
              "conv_in_over.1.weight",
              "conv_in_under.weight",
              "feat_in_under.0.bias",
              "srb_1.upBlocks.0.0.weight",
              "srb_2.downtranBlocks.4.1.weight",
              "cfb_over0.re_guide.0.weight",
              "cfb_under2.compress_out.0.weight",
              "out_1.0.0.weight",
              "conv_out_2.2.weight",
              "out_over.1.weight",
              "conv_out_over.weight");
    }
  }

  @ParameterizedTest
  @EnumSource
  void forwardTiled_anyScale_isWhatTheWholePictureGives(Scale scale) {
    CfNet network = new CfNet(new CfNetConfig(scale, 8, 2));
    PairNetwork.assertSame(
        3, 67, 59, network::forward, (over, under) -> network.forwardTiled(over, under, 20));
  }

  @Test
  void forwardInSize_oddSize_repeatsTheLastRowAndColumn() {
    CfNet network = new CfNet(new CfNetConfig(Scale.TWO, 4, 1));
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor fused = network.forwardInSize(torch.rand(1, 3, 21, 17), torch.rand(1, 3, 21, 17), 64);
      assertThat(fused.shape()).containsExactly(1, 3, 21, 17);
      assertThat(fused.select(2, 20).equal(fused.select(2, 19))).isTrue();
      assertThat(fused.select(3, 16).equal(fused.select(3, 15))).isTrue();
    }
  }

  @Test
  void stages_pair_areFourPicturesOfEachExposure() {
    CfNet network = new CfNet(new CfNetConfig(Scale.TWO, 4, 6));
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor over = torch.rand(1, 3, 10, 7);
      Tensor under = torch.rand(1, 3, 10, 7);
      CfNet.Stages stages = network.stages(over, under);
      assertThat(stages.over()).hasSize(4);
      assertThat(stages.under().get(3).shape()).containsExactly(1, 3, 20, 14);
      Tensor mean = Tensors.times(stages.over().get(3).add(stages.under().get(3)), 0.5);
      assertThat(network.forward(over, under).allclose(mean)).isTrue();
    }
  }

  @Test
  void config_noGroups_isRefused() {
    assertThatThrownBy(() -> new CfNetConfig(Scale.TWO, 64, 0))
        .hasMessage("features and groups must be 1 or more, but are 64 and 0");
  }
}
