package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionSettings;
import evenlight.torch.network.SdNet;
import java.util.List;

/** Brings SDNet into the catalogue. */
public final class SdNetProvider extends ComparedProvider {
  private static final PresetOption STRETCH =
      PresetOption.of(
          "stretch",
          List.of("on", "off"),
          "on",
          "off",
          "Whether the least and greatest fused luminance become black and white, as when the test"
              + " script saves. What Li et al. 2022 print for their 15 pairs is nearer to off.");
  private static final List<PresetOption> OPTIONS = List.of(STRETCH, PARAMETERS);

  private static final Description DESCRIPTION =
      new Description(
          "sd-net",
          "SDNet",
          "A small network squeezes the features of both exposures into one luminance, trained to"
              + " give both back.",
          "To compare with; fast.",
          2,
          "O(H·W): 0.06 TFLOP a megapixel, 2 s on two cores; 0.1 GB a megapixel and 0.3 GB",
          "sd-net MEF.model-11.index",
          "The layers that take the result apart again, for training, do nothing here.",
          "Li et al. 2022: SICE MEF-SSIM 0.926, PSNR 18.95 dB, MI 5.01, CC 0.843; 15 pairs 0.932."
              + " The paper prints MI 5.014 and CC 0.843 for both.",
          "Zhang, Ma: SDNet: A versatile squeeze-and-decomposition network for real-time image"
              + " fusion, IJCV 129 (2021)",
          "https://github.com/HaoZhang1018/SDNet");

  /** Makes the provider; nothing is loaded yet. */
  public SdNetProvider() {
    super(DESCRIPTION, OPTIONS, 1);
  }

  @Override
  Pipeline pipeline(FusionSettings settings, Found found) {
    return new SdNetPipeline(found.into(new SdNet()), found.device(), STRETCH.is("on", settings));
  }
}
