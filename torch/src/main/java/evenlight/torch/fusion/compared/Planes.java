package evenlight.torch.fusion.compared;

import evenlight.image.Image8;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Planes of 8-bit pictures as what networks take. */
final class Planes {
  /** The longest side of a tile: a few hundred megabytes for the widest of these networks. */
  static final long TILE = 512;

  private Planes() {}

  /** One channel as 1,1,H,W in [0,1]. */
  static Tensor unit(Image8 picture, int channel, Device device) {
    float[] samples = new float[picture.pixels()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = picture.at(channel, i) / 255f;
    }
    return tensor(samples, picture, device);
  }

  /** One channel as levels. */
  static float[] levels(Image8 picture, int channel) {
    float[] levels = new float[picture.pixels()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = picture.at(channel, i);
    }
    return levels;
  }

  /** Samples as 1,1,H,W. */
  static Tensor tensor(float[] samples, Image8 model, Device device) {
    return Tensors.ofPlanes(model.height(), model.width(), samples)
        .to(device, torch.ScalarType.Float);
  }
}
