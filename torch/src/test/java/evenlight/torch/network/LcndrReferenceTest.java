package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Freshly seeded networks against stored outputs, see golden/PROVENANCE.md. */
class LcndrReferenceTest {
  private static final int HEIGHT = 37;
  private static final int WIDTH = 50;

  static List<String> cases() throws IOException {
    try (InputStream in = LcndrReferenceTest.class.getResourceAsStream("/golden/lcndr.csv")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void forward_seededNetwork_givesTheStoredSamples(String row) {
    String[] cells = row.split(",", -1);
    float[] fused = fused(config(cells[0]));
    int index = Integer.parseInt(cells[1]) * WIDTH + Integer.parseInt(cells[2]);
    assertThat(fused[index])
        .isCloseTo(Float.parseFloat(cells[3]), offset(Float.parseFloat(cells[4])));
  }

  private static LcndrConfig config(String name) {
    return switch (name) {
      case "paper" -> LcndrConfig.paper();
      case "evenlight" -> LcndrVariants.of(LcndrConfig.evenlight(), 16, 3, 32, 1);
      default -> throw new IllegalArgumentException("no configuration is called " + name);
    };
  }

  private static float[] fused(LcndrConfig config) {
    Natives.load();
    torch.manual_seed(1);
    Lcndr network = new Lcndr(config);
    network.eval();
    float[] over = new float[HEIGHT * WIDTH];
    float[] under = new float[HEIGHT * WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int radiance = (3 * x + 5 * y + x * y) % 64;
        over[y * WIDTH + x] = Math.min(1, (radiance + 24) / 64f);
        under[y * WIDTH + x] = radiance / 160f;
      }
    }
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor fused =
          network.forward(
              Tensors.ofPlanes(HEIGHT, WIDTH, over), Tensors.ofPlanes(HEIGHT, WIDTH, under));
      return Tensors.toArray(fused);
    }
  }
}
