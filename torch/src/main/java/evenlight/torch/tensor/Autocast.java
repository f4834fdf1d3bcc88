package evenlight.torch.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Lets libtorch compute in bfloat16 where it deems that safe, on this thread, while it is open.
 *
 * <p>Only forward computations belong inside: the way back takes the same numbers by itself.
 */
public final class Autocast implements AutoCloseable {
  private final DeviceType device;
  private final boolean former;

  /** Opens it for the device that a tensor lies on. */
  public Autocast(Tensor tensor) {
    device = tensor.is_cuda() ? DeviceType.CUDA : DeviceType.CPU;
    former = torch.is_autocast_enabled(device);
    torch.set_autocast_dtype(device, ScalarType.BFloat16);
    // the cache of converted parameters cannot be cleared from here
    torch.set_autocast_cache_enabled(false);
    torch.set_autocast_enabled(device, true);
  }

  @Override
  public void close() {
    torch.set_autocast_enabled(device, former);
  }
}
