package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.TensorScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class MefSsimLossTest {
  @Test
  void index_synthetic_isAuthorsValue() {
    int height = 64;
    int width = 80;
    double[] a = new double[height * width];
    double[] b = new double[height * width];
    double[] f = new double[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        int first = (3 * x + 5 * y) % 256;
        int second = (7 * x * x + 2 * y + x * y) % 200 + 20;
        a[i] = first / 255.0;
        b[i] = second / 255.0;
        f[i] = Math.floorDiv(first + second, 2) / 255.0;
      }
    }
    try (TensorScope scope = new TensorScope()) {
      Tensor index =
          MefSsimLoss.index(
              Tensor.create(b, 1, 1, height, width),
              Tensor.create(a, 1, 1, height, width),
              Tensor.create(f, 1, 1, height, width));
      assertThat(index.item_double()).isCloseTo(0.8315829305, offset(1e-6));
    }
  }
}
