package evenlight.torch.fusion.compared;

import evenlight.image.Image8;
import evenlight.image.reference.LevelRounding;
import evenlight.image.reference.OpenCvYcrcb;
import evenlight.torch.network.LcndrReleased;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * The released script of LCNDR: OpenCV's YCrCb, luminance through the network, chroma weighted by
 * its distance from half of white, fractions cut off. Numbers are those of 32-bit floats in [-1,1].
 *
 * @param rounding of luminance
 */
record LcndrReleasedPipeline(LcndrReleased network, Device device, LevelRounding rounding)
    implements Pipeline {
  private static final float HALF = 127.5f;
  private static final float EPSILON = 1e-8f;

  @Override
  public Image8 fuse(List<Image8> exposures) {
    Image8 under = OpenCvYcrcb.toYcrcb(exposures.get(0));
    Image8 over = OpenCvYcrcb.toYcrcb(exposures.get(1));
    Tensor fused =
        TensorScope.keepingResult(() -> network.forwardTiled(luma(over), luma(under), Planes.TILE));
    float[] samples = Tensors.toArray(fused);
    byte[] luma = new byte[samples.length];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = rounding.of((samples[i] + 1) * HALF);
    }
    return OpenCvYcrcb.toRgb(
        Image8.of(
            under.height(), under.width(), luma, chroma(over, under, 1), chroma(over, under, 2)));
  }

  private Tensor luma(Image8 ycrcb) {
    float[] samples = new float[ycrcb.pixels()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = signed(ycrcb.at(0, i));
    }
    return Planes.tensor(samples, ycrcb, device);
  }

  private static byte[] chroma(Image8 over, Image8 under, int channel) {
    byte[] fused = new byte[over.pixels()];
    for (int i = 0; i < fused.length; i++) {
      float o = signed(over.at(channel, i));
      float u = signed(under.at(channel, i));
      float overWeight = Math.abs(o) + EPSILON;
      float underWeight = Math.abs(u) + EPSILON;
      float sum = overWeight + underWeight;
      float mean = overWeight / sum * o + underWeight / sum * u;
      fused[i] = LevelRounding.TRUNCATED.of((mean + 1) * HALF);
    }
    return fused;
  }

  private static float signed(int level) {
    return (level / 255f - 0.5f) / 0.5f;
  }
}
