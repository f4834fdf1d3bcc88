package evenlight.torch.network;

import static evenlight.torch.network.MefGanLayer.normalised;
import static evenlight.torch.network.MefGanLayer.plain;

import evenlight.torch.block.ChunkedAttention;
import evenlight.torch.block.Resampling;
import evenlight.torch.block.SpectralConvolution;
import evenlight.torch.tensor.TensorScope;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What each place of {@link MefGan} knows of the whole picture.
 *
 * <pre>
 * B,6,H,W → 3×3 with stride 2 → 2×2 maximum → 3×3 with stride 2 = x (B,32,H/8,W/8)
 *   → x + γ softmax(g fᵀ) h → doubled → 3×3 → doubled → 3×3 (B,16,H/2,W/2)
 * </pre>
 *
 * <p>The last doubling, to full size, is left to the caller.
 */
final class MefGanAttention extends Module {
  static final long CHANNELS = 16;

  private static final long FEATURES = 32;
  private static final double DEVIATION = 0.5;

  private final MefGanLayer encode1;
  private final MefGanLayer encode2;
  private final SpectralConvolution f;
  private final SpectralConvolution g;
  private final SpectralConvolution h;
  private final Tensor gamma;
  private final MefGanLayer decode1;
  private final MefGanLayer decode2;

  MefGanAttention() {
    encode1 = register_module("encode1", plain(6, CHANNELS, 2));
    encode2 = register_module("encode2", normalised(CHANNELS, FEATURES, 2));
    f = register_module("f", pointwise(FEATURES / 4));
    g = register_module("g", pointwise(FEATURES / 4));
    h = register_module("h", pointwise(FEATURES));
    gamma = torch.zeros(1);
    register_parameter("gamma", gamma);
    decode1 = register_module("decode1", normalised(FEATURES, 20, 1));
    decode2 = register_module("decode2", normalised(20, CHANNELS, 1));
  }

  private static SpectralConvolution pointwise(long out) {
    return new SpectralConvolution(FEATURES, out, 1, 1, DEVIATION);
  }

  Tensor forward(Tensor both) {
    Tensor halved =
        TensorScope.keepingResult(
            () -> torch.max_pool2d(encode1.active(both), 2, 2)); // B,16,H/4,W/4
    Tensor x = encode2.active(halved); // B,32,H/8,W/8
    Tensor attended =
        ChunkedAttention.attend(g.forward(x), f.forward(x), h.forward(x)).mul(gamma).add(x);
    Tensor quarter = TensorScope.keepingResult(() -> decode1.active(Resampling.doubled(attended)));
    return TensorScope.keepingResult(
        () -> decode2.active(Resampling.doubled(quarter))); // B,16,H/2,W/2
  }
}
