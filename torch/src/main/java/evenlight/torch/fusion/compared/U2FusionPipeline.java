package evenlight.torch.fusion.compared;

import evenlight.image.Image8;
import evenlight.image.reference.LevelRounding;
import evenlight.image.reference.ReferenceYcbcr;
import evenlight.torch.network.U2Fusion;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * The scripts of U2Fusion: luminance in full range through the network, stretched when it is saved,
 * and coloured by a program of its own.
 *
 * @param underFirst whether the darker exposure is the first source
 * @param saving from all samples of fused luminance to their levels
 * @param colours in which chroma is fused, with fused luminance taken as its Y
 */
record U2FusionPipeline(
    U2Fusion network,
    Device device,
    boolean underFirst,
    Function<float[], byte[]> saving,
    ReferenceYcbcr colours)
    implements Pipeline {
  @Override
  public Image8 fuse(List<Image8> exposures) {
    Image8 first = exposures.get(underFirst ? 0 : 1);
    Image8 second = exposures.get(underFirst ? 1 : 0);
    Tensor fused =
        TensorScope.keepingResult(
            () -> network.forwardTiled(input(first), input(second), Planes.TILE));
    byte[] luma = saving.apply(Tensors.toArray(fused));
    return colours.colour(
        place -> Byte.toUnsignedInt(luma[place]), exposures, LevelRounding.ROUNDED);
  }

  private Tensor input(Image8 rgb) {
    Tensor luma = Planes.tensor(ReferenceYcbcr.FULL.luma(rgb), rgb, device);
    return Tensors.times(luma, 1.0 / Image8.WHITE);
  }
}
