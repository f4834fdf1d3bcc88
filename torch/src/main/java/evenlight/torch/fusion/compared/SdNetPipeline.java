package evenlight.torch.fusion.compared;

import evenlight.image.Image8;
import evenlight.image.reference.LevelRounding;
import evenlight.image.reference.ReferenceYcbcr;
import evenlight.torch.network.SdNet;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * The scripts of SDNet: luminance in studio range through the network, stretched when it is saved,
 * and coloured.
 *
 * @param stretched whether the least and greatest fused value become black and white
 */
record SdNetPipeline(SdNet network, Device device, boolean stretched) implements Pipeline {
  @Override
  public Image8 fuse(List<Image8> exposures) {
    Tensor fused =
        TensorScope.keepingResult(
            () ->
                network.forwardTiled(
                    input(exposures.get(1)), input(exposures.get(0)), Planes.TILE));
    byte[] luma = SignedLuma.levels(Tensors.toArray(fused), stretched);
    return ReferenceYcbcr.SDNET.colour(
        place -> Byte.toUnsignedInt(luma[place]), exposures, LevelRounding.ROUNDED);
  }

  private Tensor input(Image8 rgb) {
    Image8 luma = ReferenceYcbcr.SDNET.roundedLuma(rgb);
    return SignedLuma.tensor(Planes.levels(luma, 0), rgb, device);
  }
}
