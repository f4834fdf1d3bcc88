package evenlight.torch.fusion.compared;

import evenlight.image.Image8;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * A script that gives colours to its network and saves what comes out.
 *
 * @param network from the brighter and the darker exposure, RGB 1,3,H,W in [0,1], to the result
 * @param saving from all samples of the result to their levels
 */
record ColourPipeline(
    BinaryOperator<Tensor> network, Device device, Function<float[], byte[]> saving)
    implements Pipeline {
  @Override
  public Image8 fuse(List<Image8> exposures) {
    Image8 model = exposures.get(0);
    Tensor fused =
        TensorScope.keepingResult(
            () -> network.apply(input(exposures.get(1)), input(exposures.get(0))));
    byte[] levels = saving.apply(Tensors.toArray(fused));
    int pixels = model.pixels();
    byte[][] planes = new byte[3][];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = Arrays.copyOfRange(levels, c * pixels, (c + 1) * pixels);
    }
    return Image8.of(model.height(), model.width(), planes);
  }

  private Tensor input(Image8 rgb) {
    return TensorScope.keepingResult(
        () ->
            Tensors.join(
                1,
                Planes.unit(rgb, 0, device),
                Planes.unit(rgb, 1, device),
                Planes.unit(rgb, 2, device)));
  }
}
