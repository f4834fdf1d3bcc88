package evenlight.torch.fusion;

import evenlight.torch.fusion.CarriedLuminance.Grid;
import evenlight.torch.network.Lcndr;
import evenlight.torch.network.LocalLinearModel;
import evenlight.torch.tensor.Autocast;
import evenlight.torch.tensor.LibtorchException;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Fuses the luminance of two exposures with {@link Lcndr}, at a reduced size where there is one.
 *
 * <p>The exposures go through the network with a mirrored margin of {@value #MARGIN} pixels of the
 * size that its modules see, which is then cut off: its convolutions see zeros beyond the border
 * and would draw a thin frame. What has more than {@value #WHOLE} pixels goes through in tiles with
 * sides of {@value #TILE}, which takes less memory and, for the overview of the whole, more time.
 */
final class PairFusion {
  private static final long MARGIN = 16;
  private static final long WHOLE = 400_000;
  private static final long TILE = 512;

  private final Lcndr network;
  private final Device device;
  private final boolean inBf16;
  private final int threads;
  private final Grid grid;

  /** Fusion of pictures of one size. */
  PairFusion(Lcndr network, Device device, boolean inBf16, int threads, Grid grid) {
    this.network = network;
    this.device = device;
    this.inBf16 = inBf16;
    this.threads = threads;
    this.grid = grid;
  }

  /** Fuses two, of which one is brighter. */
  Luminance fuse(Luminance over, Luminance under) {
    Natives.useThreads(threads);
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor o = tensor(over);
      Tensor u = tensor(under);
      Tensor fused = TensorScope.keepingResult(() -> fuse(o, u));
      float[] samples = clamped(Tensors.toArray(fused));
      if (grid.reduction() == 1) {
        return new FusedLuminance(grid.width(), samples);
      }
      float[] model = Tensors.toArray(LocalLinearModel.coefficients(o, u, fused));
      return new CarriedLuminance(over, under, grid, model, samples);
    } catch (RuntimeException e) {
      throw LibtorchException.of(
          "LCNDR on two exposures of %d×%d".formatted(grid.height(), grid.width()), e);
    }
  }

  private Tensor tensor(Luminance luminance) {
    return Tensors.ofPlanes(grid.height(), grid.width(), luminance.reduced())
        .to(device, torch.ScalarType.Float);
  }

  private Tensor fuse(Tensor over, Tensor under) {
    long height = over.size(2);
    long width = over.size(3);
    long rows = Math.min(MARGIN, height - 1);
    long columns = Math.min(MARGIN, width - 1);
    long[] margins = {columns, end(width, columns), rows, end(height, rows)};
    return forward(reflected(over, margins), reflected(under, margins))
        .narrow(2, rows, height)
        .narrow(3, columns, width);
  }

  private Tensor forward(Tensor over, Tensor under) {
    boolean whole = over.numel() <= WHOLE;
    long side = whole ? Math.max(over.size(2), over.size(3)) : TILE;
    if (!inBf16) {
      return network.forwardTiled(over, under, side);
    }
    try (Autocast autocast = new Autocast(over)) {
      return network.forwardTiled(over, under, side);
    }
  }

  /** A margin that makes a multiple of four of the whole; no more than can be mirrored. */
  private static long end(long extent, long start) {
    long excess = (extent + 2 * start) % Lcndr.STEP;
    long longer = start + (Lcndr.STEP - excess) % Lcndr.STEP;
    return longer < extent ? longer : start - excess;
  }

  private static Tensor reflected(Tensor picture, long[] margins) {
    return torch.pad(picture, margins, "reflect", new DoubleOptional());
  }

  private static float[] clamped(float[] samples) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.min(Math.max(samples[i], 0), 1);
    }
    return samples;
  }
}
