package evenlight.torch.fusion.compared;

import evenlight.image.Image8;
import evenlight.image.reference.LevelRounding;
import evenlight.image.reference.PillowYcbcr;
import evenlight.image.reference.ReferenceYcbcr;
import evenlight.torch.network.Pmgi;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * The scripts of PMGI: luminance through the network, stretched when it is saved, and coloured.
 *
 * @param stretched whether the least and greatest fused value become black and white
 * @param prepared whether the authors' preparation makes luminance and chroma; otherwise colour
 *     pictures were given to the test script, and MATLAB coloured the result
 */
record PmgiPipeline(Pmgi network, Device device, boolean stretched, boolean prepared)
    implements Pipeline {
  @Override
  public Image8 fuse(List<Image8> exposures) {
    Tensor fused =
        TensorScope.keepingResult(
            () ->
                network.forwardTiled(
                    input(exposures.get(0)), input(exposures.get(1)), Planes.TILE));
    byte[] luma = SignedLuma.levels(Tensors.toArray(fused), stretched);
    ReferenceYcbcr colours = prepared ? ReferenceYcbcr.PMGI : ReferenceYcbcr.MATLAB;
    return colours.colour(
        place -> Byte.toUnsignedInt(luma[place]), exposures, LevelRounding.ROUNDED);
  }

  private Tensor input(Image8 rgb) {
    float[] levels = prepared ? Planes.levels(ReferenceYcbcr.PMGI.roundedLuma(rgb), 0) : luma(rgb);
    return SignedLuma.tensor(levels, rgb, device);
  }

  /** What reading a colour picture as one of luminance gave: YCbCr there and back, then grey. */
  private static float[] luma(Image8 rgb) {
    return ReferenceYcbcr.FULL.luma(PillowYcbcr.toRgb(PillowYcbcr.toYcbcr(rgb)));
  }
}
