package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.loss.LcndrLoss.Config;
import evenlight.torch.loss.LcndrLoss.Mse;
import evenlight.torch.tensor.TensorScope;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class LcndrLossTest {
  private static final int SIZE = 16;
  private static final double OVER = 0.8;
  private static final double UNDER = 0.2;
  private static final double FUSED = 0.6;
  // flat pictures: only SSIM's luminance term differs from 1
  private static final double SSIM_OVER =
      (2 * OVER * FUSED + Ssim.C1) / (OVER * OVER + FUSED * FUSED + Ssim.C1);
  private static final double SSIM_UNDER =
      (2 * UNDER * FUSED + Ssim.C1) / (UNDER * UNDER + FUSED * FUSED + Ssim.C1);
  private static final double SSIM_LOSS = 0.5 * (1 - SSIM_OVER) + 0.5 * (1 - SSIM_UNDER);

  @Test
  void forward_flatPictures_isHandComputed() {
    double mse = 0.2 * 0.2 + 0.4 * 0.4;
    assertThat(loss(Config.paper())).isCloseTo(0.3 * SSIM_LOSS + 5 * mse, offset(1e-9));
  }

  @Test
  void forward_rmse_isRootOfHalfTheMean() {
    double rmse = (0.2 + 0.4) / Math.sqrt(2);
    assertThat(loss(new Config(0, 1, Mse.RMSE))).isCloseTo(rmse, offset(1e-9));
  }

  @Test
  void forward_literal_dividesByTheSizeOutsideTheRoot() {
    double literal = (0.2 + 0.4) / Math.sqrt(2) / (SIZE * SIZE);
    assertThat(loss(new Config(0, 1, Mse.LITERAL))).isCloseTo(literal, offset(1e-11));
  }

  @Test
  void index_identicalTextures_isOne() {
    double[] texture = new double[SIZE * SIZE];
    for (int i = 0; i < texture.length; i++) {
      texture[i] = (i * 37 % 101) / 101.0;
    }
    try (TensorScope scope = new TensorScope()) {
      Tensor x = Tensor.create(texture, 1, 1, SIZE, SIZE);
      assertThat(Ssim.index(x, x).item_double()).isCloseTo(1, offset(1e-9));
    }
  }

  @Test
  void index_invertedTexture_hasNegativeStructure() {
    double[] texture = new double[SIZE * SIZE];
    double[] inverted = new double[SIZE * SIZE];
    for (int i = 0; i < texture.length; i++) {
      texture[i] = (i * 37 % 101) / 101.0;
      inverted[i] = 1 - texture[i];
    }
    try (TensorScope scope = new TensorScope()) {
      Tensor x = Tensor.create(texture, 1, 1, SIZE, SIZE);
      Tensor y = Tensor.create(inverted, 1, 1, SIZE, SIZE);
      assertThat(Ssim.index(x, y).item_double()).isNegative();
    }
  }

  @Test
  void config_negativeWeight_isRefused() {
    assertThatThrownBy(() -> new Config(-1, 5, Mse.MEAN))
        .hasMessage("alpha and beta must be finite and not negative, but are -1.0 and 5.0");
  }

  private static double loss(Config config) {
    try (TensorScope scope = new TensorScope()) {
      return new LcndrLoss(config)
          .forward(flat(OVER), flat(UNDER), flat(OVER), flat(FUSED))
          .item_double();
    }
  }

  private static Tensor flat(double value) {
    double[] samples = new double[SIZE * SIZE];
    Arrays.fill(samples, value);
    return Tensor.create(samples, 1, 1, SIZE, SIZE);
  }
}
