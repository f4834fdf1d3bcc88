package evenlight.torch.network;

import static evenlight.torch.block.Layers.leakyRelu;
import static evenlight.torch.block.Layers.padded;

import evenlight.torch.block.Layers;
import evenlight.torch.block.SpectralConvolution;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * What {@link MefGan} trains against: tells well-exposed pictures from fused ones.
 *
 * <pre>
 * B,3,144,144 → six 3×3 convolutions, the first five with stride 2 → one number → (tanh + 1) / 2
 * </pre>
 *
 * <p>Output: B,1 in (0,1), 1 for a picture that was taken. Borders are mirrored, slopes below zero
 * 0.2, and the first five convolutions {@link SpectralConvolution}s. Only patches of {@value #SIDE}
 * pixels a side go through.
 */
public final class MefGanDiscriminator extends Module {
  /** Height and width of a patch. */
  public static final int SIDE = 144;

  private static final long[] CHANNELS = {3, 64, 64, 96, 128, 256};
  private static final long LAST = 512;
  private static final long LAST_SIDE = 5;
  private static final double DEVIATION = 0.1;

  private final List<SpectralConvolution> halving = new ArrayList<>();
  private final Conv2dImpl last;
  private final LinearImpl verdict;

  /** A network with fresh parameters; make it outside any scope. */
  public MefGanDiscriminator() {
    for (int i = 1; i < CHANNELS.length; i++) {
      SpectralConvolution conv =
          new SpectralConvolution(CHANNELS[i - 1], CHANNELS[i], 3, 2, DEVIATION);
      halving.add(register_module("conv" + i, conv));
    }
    long in = CHANNELS[CHANNELS.length - 1];
    last = register_module("conv6", Layers.strided(in, LAST, 3, 1, 0));
    verdict = register_module("verdict", new LinearImpl(LAST * LAST_SIDE * LAST_SIDE, 1));
    try (NoGradGuard noGrad = new NoGradGuard()) {
      last.weight().copy_(SpectralConvolution.truncatedNormal(DEVIATION, LAST, in, 3, 3));
      last.bias().zero_();
    }
  }

  /** How much each picture of B,3,144,144 looks like one that was taken, B,1 in (0,1). */
  public Tensor forward(Tensor rgb) {
    if (rgb.dim() != 4 || rgb.size(1) != 3 || rgb.size(2) != SIDE || rgb.size(3) != SIDE) {
      throw new IllegalArgumentException(
          "patches must be B×3×%d×%d, but are %s".formatted(SIDE, SIDE, Tensors.shape(rgb)));
    }
    Tensor x = rgb;
    for (SpectralConvolution conv : halving) {
      x = leakyRelu(conv.forward(padded(x, 1, "reflect")), MefGanLayer.SLOPE);
    }
    x = leakyRelu(last.forward(padded(x, 1, "reflect")), MefGanLayer.SLOPE); // B,512,5,5
    Tensor number = verdict.forward(x.flatten(1, 3)).tanh(); // B,1
    return Tensors.plus(Tensors.times(number, 0.5), 0.5);
  }
}
