package evenlight.torch.fusion.compared;

import evenlight.image.Image8;
import evenlight.image.reference.LevelRounding;
import evenlight.image.reference.PillowResize;
import evenlight.image.reference.ReferenceYcbcr;
import evenlight.torch.network.FastGuidedFilter;
import evenlight.torch.network.MefNet;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The script of MEF-Net: weight maps from exposures of 128 pixels, carried to full size by a guided
 * filter; luminance is their weighted mean.
 *
 * @param antialiased whether no pixel is skipped where exposures are made small
 * @param rounding of the result
 */
record MefNetPipeline(MefNet network, Device device, boolean antialiased, LevelRounding rounding)
    implements Pipeline {
  private static final int SHORTER_SIDE = 128;
  private static final double EPSILON = 1e-8;

  @Override
  public Image8 fuse(List<Image8> exposures) {
    float[] luma = Tensors.toArray(TensorScope.keepingResult(() -> luminance(exposures)));
    return ReferenceYcbcr.MEF_NET.colour(place -> luma[place] * 255.0, exposures, rounding);
  }

  private Tensor luminance(List<Image8> exposures) {
    Tensor small =
        Tensors.join(0, exposures.stream().map(this::smallLuma).toArray(Tensor[]::new)); // K,1,h,w
    FastGuidedFilter model = FastGuidedFilter.of(small, network.forward(small));
    Tensor sum = Tensors.times(luma(exposures.get(0)), 0);
    Tensor weights = sum.clone();
    for (int k = 0; k < exposures.size(); k++) {
      int exposure = k;
      try (TensorScope scope = new TensorScope()) {
        Tensor y = luma(exposures.get(exposure));
        Tensor weight = Tensors.plus(model.of(exposure).apply(y).abs(), EPSILON);
        weights.addPut(weight);
        sum.addPut(weight.mul(y));
      }
    }
    return sum.div(weights); // 1,1,H,W
  }

  private Tensor smallLuma(Image8 rgb) {
    if (antialiased) {
      return luma(PillowResize.shorterSide(rgb, SHORTER_SIDE));
    }
    long longer = PillowResize.longerSide(rgb, SHORTER_SIDE);
    boolean wide = rgb.height() < rgb.width();
    long[] size = {wide ? SHORTER_SIDE : longer, wide ? longer : SHORTER_SIDE};
    return torch.upsample_bilinear2d(luma(rgb), size, false);
  }

  private Tensor luma(Image8 rgb) {
    return Tensors.times(
        Planes.tensor(ReferenceYcbcr.MEF_NET.luma(rgb), rgb, device), 1.0 / Image8.WHITE);
  }
}
