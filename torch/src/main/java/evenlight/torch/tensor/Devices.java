package evenlight.torch.tensor;

import evenlight.fusion.Device;
import org.bytedeco.pytorch.global.torch;

/** Which device libtorch computes on. */
public final class Devices {
  private Devices() {}

  /**
   * The libtorch device of a setting.
   *
   * @throws IllegalArgumentException if CUDA is asked for and cannot be used
   */
  public static org.bytedeco.pytorch.Device resolve(Device device) {
    Natives.load();
    boolean cuda = torch.cuda_is_available();
    if (device == Device.CUDA && !cuda) {
      throw new IllegalArgumentException(
          "the device cuda needs an NVIDIA GPU and a build with -Pgpu, but libtorch finds none");
    }
    return new org.bytedeco.pytorch.Device(cuda && device != Device.CPU ? "cuda" : "cpu");
  }
}
