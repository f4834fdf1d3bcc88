package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionSettings;
import evenlight.image.reference.LevelRounding;
import evenlight.json.JsonRecords;
import evenlight.torch.network.CfNet;
import evenlight.torch.network.CfNetConfig;
import evenlight.torch.network.CfNetConfig.Scale;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** Brings CF-Net into the catalogue, which makes exposures small first, to give back their size. */
public final class CfNetProvider extends UnpublishedProvider {
  private static final long TILE = 160;
  private static final float HALF = 127.5f;

  private static final PresetOption SCALE =
      PresetOption.of(
          "scale",
          List.of("2", "4"),
          "2",
          "2",
          "How many times smaller the network sees the exposures, to enlarge what it fuses; each"
              + " value has weights of its own.");
  private static final List<PresetOption> OPTIONS = List.of(SCALE, OWN_PARAMETERS);

  private static final Description DESCRIPTION =
      new Description(
          "cf-net",
          "CF-Net",
          "Two coupled networks fuse and enlarge at the same time; exposures are made small"
              + " before.",
          "To compare with. It fuses colours, not luminance; slow.",
          2,
          "O(H·W): 7 TFLOP a megapixel, and as much again for surroundings of tiles; memory for"
              + " tiles, 1.5 GB",
          "",
          "The network enlarges what it fuses. Exposures are made smaller by a bicubic filter first"
              + " (Keys, a = -1/2, no pixel skipped); odd rows and columns are left out and"
              + " repeated afterwards. How Li et al. 2022 got pictures of equal size from it they"
              + " do not say.",
          "with weights that are not at hand: Li et al. 2022: SICE MEF-SSIM 0.940, PSNR 19.41 dB,"
              + " MI 3.16, CC 0.792; 15 pairs 0.914. The paper prints MI 3.156 and CC 0.792 for"
              + " both.",
          "Deng, Zhang, Xu, Gu, Duan: Deep coupled feedback network for joint exposure fusion and"
              + " image super-resolution, IEEE TIP 30 (2021)",
          "https://github.com/ytZhang99/CF-Net");

  /** Makes the provider; nothing is loaded yet. */
  public CfNetProvider() {
    super(DESCRIPTION, OPTIONS, (int) Scale.FOUR.factor());
  }

  @Override
  String weightsId(FusionSettings settings) {
    return card().id() + "-x" + SCALE.in(settings);
  }

  @Override
  Pipeline pipeline(FusionSettings settings, Found found) {
    Scale scale = SCALE.is("2", settings) ? Scale.TWO : Scale.FOUR;
    CfNet network = found.into(new CfNet(config(scale, found)));
    return new ColourPipeline(
        (over, under) -> fused(network, over, under),
        found.device(),
        samples -> LevelRounding.TRUNCATED.of(samples, HALF));
  }

  /** The network's size, which files of our own trainings tell. */
  private static CfNetConfig config(Scale scale, Found found) {
    String json = found.from().weights().metadata().get(CfNetConfig.KEY);
    if (json == null) {
      return CfNetConfig.paper(scale);
    }
    CfNetConfig config = JsonRecords.read(json, CfNetConfig.class);
    if (config.scale() != scale) {
      throw new IllegalArgumentException(
          "the weights in %s are for cf-net:scale=%d, but the scale is %d"
              .formatted(found.from().source(), config.scale().factor(), scale.factor()));
    }
    return config;
  }

  /** From RGB in [0,1] to RGB in [0,2]. */
  private static Tensor fused(CfNet network, Tensor over, Tensor under) {
    Tensor fused =
        TensorScope.keepingResult(() -> network.forwardInSize(signed(over), signed(under), TILE));
    return Tensors.plus(fused.flip(1), 1);
  }

  /** From RGB in [0,1] to blue, green, red in [-1,1]. */
  private static Tensor signed(Tensor rgb) {
    return TensorScope.keepingResult(() -> Tensors.plus(Tensors.times(rgb.flip(1), 2), -1));
  }
}
