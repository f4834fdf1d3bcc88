package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionSettings;
import evenlight.image.Image8;
import evenlight.image.reference.LevelRounding;
import evenlight.torch.network.Halder;
import java.util.List;

/** Brings HALDeR into the catalogue. */
public final class HalderProvider extends ComparedProvider {
  private static final PresetOption SAVE =
      PresetOption.of(
          "save",
          List.of("truncate", "round"),
          "truncate",
          "truncate",
          "How the result gets its 8 bits: truncate cuts fractions off, as the script does; round"
              + " does not darken by half a level.");
  private static final List<PresetOption> OPTIONS = List.of(SAVE);

  private static final Description DESCRIPTION =
      new Description(
          "halder",
          "HALDeR",
          "Two networks weigh each sample of the exposures, a third one takes the illumination out"
              + " of their sum.",
          "To compare with; bright results. It fuses colours, not luminance.",
          2,
          "O(H·W): 2 TFLOP a megapixel, 30 s on two cores; memory for tiles, 1.5 GB",
          "halder latest_net_G_A.pth latest_net_G_V.pth latest_net_G_H.pth",
          "The result is not saved as JPEG.",
          "Li et al. 2022: SICE MEF-SSIM 0.928, PSNR 19.23 dB, MI 4.59, CC 0.899; 15 pairs 0.903."
              + " The paper prints MI 4.592 and CC 0.899 for both.",
          "Liu, Shang, Liu, Fan: HALDeR: Hierarchical attention-guided learning with"
              + " detail-refinement for multi-exposure image fusion, ICME 2021",
          "https://github.com/JinyuanLiu-CV/HALDeR");

  /** Makes the provider; nothing is loaded yet. */
  public HalderProvider() {
    super(DESCRIPTION, OPTIONS, 1);
  }

  @Override
  Pipeline pipeline(FusionSettings settings, Found found) {
    LevelRounding rounding =
        SAVE.is("round", settings) ? LevelRounding.ROUNDED : LevelRounding.TRUNCATED;
    Halder network = found.into(new Halder());
    return new ColourPipeline(
        (over, under) -> network.forwardTiled(over, under, Planes.TILE),
        found.device(),
        samples -> rounding.of(samples, Image8.WHITE));
  }
}
