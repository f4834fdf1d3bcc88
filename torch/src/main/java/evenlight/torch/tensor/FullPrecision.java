package evenlight.torch.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;

/**
 * Keeps libtorch to 32 bits on this thread while it is open, inside of an {@link Autocast}: for
 * sums of many numbers, and for the last layers, whose rounding would be seen.
 */
public final class FullPrecision implements AutoCloseable {
  private final DeviceType device;
  private final boolean former;

  /** Opens it for the device that a tensor lies on. */
  public FullPrecision(Tensor tensor) {
    device = tensor.is_cuda() ? DeviceType.CUDA : DeviceType.CPU;
    former = torch.is_autocast_enabled(device);
    torch.set_autocast_enabled(device, false);
  }

  /** A tensor in 32 bits. */
  public static Tensor of(Tensor tensor) {
    return tensor.to(torch.ScalarType.Float);
  }

  @Override
  public void close() {
    torch.set_autocast_enabled(device, former);
  }
}
