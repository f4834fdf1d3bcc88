package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.image.reference.LevelRounding;
import evenlight.torch.network.MefNet;
import java.util.List;

/** Brings MEF-Net into the catalogue. */
public final class MefNetProvider extends ComparedProvider {
  private static final PresetOption RESIZE =
      PresetOption.of(
          "resize",
          List.of("pillow", "bilinear"),
          "pillow",
          "pillow",
          "How exposures are made small for the network: pillow by a filter that skips no pixel,"
              + " in 8 bits; bilinear by interpolation between neighbours.");
  private static final PresetOption SAVE =
      PresetOption.of(
          "save",
          List.of("round", "truncate"),
          "round",
          "round",
          "How the result gets its 8 bits: round as newer libraries do; truncate as the one of the"
              + " authors' time.");
  private static final List<PresetOption> OPTIONS = List.of(RESIZE, SAVE, PARAMETERS);

  private static final Description DESCRIPTION =
      new Description(
          "mef-net",
          "MEF-Net",
          "A network gives each pixel of small exposures a weight, and a guided filter carries the"
              + " weights to full size.",
          "Fast on large pictures and for many exposures; with two extreme ones it can turn"
              + " luminance around and draw halos.",
          MethodCard.ANY_NUMBER,
          "O(K·H·W): the network sees 128 pixels; 0.4 s a megapixel and exposure, and 0.1 GB a"
              + " megapixel",
          "mef-net MEFNet_release.pt",
          "Pictures of more than 2048 pixels keep their size. The guided filter adds up windows in"
              + " double precision, where the authors' cumulative sums lose three digits.",
          "MEFB, mean of 100 pairs: MEF-SSIM 0.9139. Li et al. 2022: SICE 0.906, PSNR 17.11 dB, MI"
              + " 3.05, CC 0.667; 15 pairs 0.878, MI 5.52, CC 0.689.",
          "Ma, Duanmu, Zhu, Fang, Wang: Deep Guided Learning for Fast Multi-Exposure Image Fusion,"
              + " IEEE TIP 29 (2020)",
          "https://github.com/makedede/MEFNet");

  /** Makes the provider; nothing is loaded yet. */
  public MefNetProvider() {
    super(DESCRIPTION, OPTIONS, 1);
  }

  @Override
  Pipeline pipeline(FusionSettings settings, Found found) {
    LevelRounding rounding =
        SAVE.is("round", settings) ? LevelRounding.ROUNDED : LevelRounding.TRUNCATED;
    return new MefNetPipeline(
        found.into(new MefNet()), found.device(), RESIZE.is("pillow", settings), rounding);
  }
}
