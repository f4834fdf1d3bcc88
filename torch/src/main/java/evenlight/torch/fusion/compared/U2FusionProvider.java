package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionSettings;
import evenlight.image.Image8;
import evenlight.image.reference.LevelRounding;
import evenlight.image.reference.LevelStretch;
import evenlight.image.reference.ReferenceYcbcr;
import evenlight.torch.network.U2Fusion;
import java.util.List;
import java.util.function.Function;

/** Brings U2Fusion into the catalogue. */
public final class U2FusionProvider extends ComparedProvider {
  private static final String CHECKPOINT = "u2fusion model.ckpt.index";

  private static final PresetOption ORDER =
      PresetOption.of(
          "order",
          List.of("over-under", "under-over"),
          "over-under",
          "under-over",
          "Which exposure is the first source of the network.");
  private static final PresetOption STRETCH =
      PresetOption.of(
          "stretch",
          List.of("min-max", "max", "none"),
          "max",
          "min-max",
          "What becomes of the range of fused luminance: min-max, its least and greatest value"
              + " become black and white; max, its greatest becomes white; none, it stays.");
  private static final PresetOption COLOUR =
      PresetOption.of(
          "colour",
          List.of("studio", "full"),
          "studio",
          "studio",
          "In which range chroma is fused, and fused luminance is taken to be: studio, MATLAB's 16"
              + " to 235; full, 0 to 255.");
  private static final List<PresetOption> OPTIONS = List.of(ORDER, STRETCH, COLOUR);

  private static final Description DESCRIPTION =
      new Description(
          "u2fusion",
          "U2Fusion",
          "A densely connected network, trained for three fusion tasks, fuses luminance so that it"
              + " stays like the source with more information.",
          "To compare with; slow. Chroma is weighted by its distance from grey.",
          2,
          "O(H·W): 1.3 TFLOP a megapixel; in tiles, 2 GB for 12 megapixels",
          CHECKPOINT,
          "The order of sources and the stretch of the published results are not those of the"
              + " repository's script; paper-table has them.",
          "MEFB, mean of 100 pairs: MEF-SSIM 0.9304. Li et al. 2022: SICE 0.875, PSNR 16.81 dB, MI"
              + " 4.89, CC 0.977; 15 pairs 0.914, MI 5.44, CC 0.908.",
          "Xu, Ma, Jiang, Guo, Ling: U2Fusion: A unified unsupervised image fusion network, IEEE"
              + " TPAMI 44(1), 2022",
          "https://github.com/hanna-xu/U2Fusion");

  /** Makes the provider; nothing is loaded yet. */
  public U2FusionProvider() {
    super(DESCRIPTION, OPTIONS, U2Fusion.MIN_SIZE);
  }

  @Override
  Pipeline pipeline(FusionSettings settings, Found found) {
    Function<float[], byte[]> saving =
        switch (STRETCH.in(settings)) {
          case "min-max" -> LevelStretch.MIN_MAX::of;
          case "max" -> LevelStretch.MAX::of;
          default -> samples -> LevelRounding.ROUNDED.of(samples, Image8.WHITE);
        };
    return new U2FusionPipeline(
        found.into(new U2Fusion()),
        found.device(),
        ORDER.is("under-over", settings),
        saving,
        COLOUR.is("studio", settings) ? ReferenceYcbcr.MATLAB : ReferenceYcbcr.FULL);
  }
}
