package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionSettings;
import evenlight.torch.network.Pmgi;
import evenlight.torch.network.Pmgi.Normalisation;
import java.util.List;
import java.util.Locale;

/** Brings PMGI into the catalogue. */
public final class PmgiProvider extends ComparedProvider {
  private static final String CHECKPOINT = "pmgi CGAN.model-9.index";

  private static final PresetOption NORMALISATION =
      PresetOption.of(
          "bn",
          List.of("image", "trained", "moving"),
          "image",
          "image",
          "What batch normalisation goes by: image, the statistics of the picture alone, as the"
              + " test script does; trained, scale and shift of the checkpoint, too; moving, its"
              + " running statistics, scale and shift.");
  private static final PresetOption STRETCH =
      PresetOption.of(
          "stretch",
          List.of("on", "off"),
          "on",
          "on",
          "Whether the least and greatest fused luminance become black and white, as when the test"
              + " script saves.");
  private static final PresetOption INPUT =
      PresetOption.of(
          "input",
          List.of("prepared", "mefb"),
          "prepared",
          "mefb",
          "How luminance and chroma are made: prepared, by the authors' script, whose Y has 0.564"
              + " of green; mefb, as for the pictures that the benchmark publishes, by the test"
              + " script's reader and MATLAB.");
  private static final List<PresetOption> OPTIONS =
      List.of(NORMALISATION, STRETCH, INPUT, PARAMETERS);

  private static final Description DESCRIPTION =
      new Description(
          "pmgi",
          "PMGI",
          "A small network with a path for gradients and one for intensity fuses luminance.",
          "To compare with. Normalisation depends on the whole picture: a part of it is fused"
              + " otherwise than within the whole.",
          2,
          "O(H·W): 0.3 TFLOP a megapixel; in tiles, 2 GB for 12 megapixels",
          CHECKPOINT,
          "The first source is the darker exposure.",
          "MEFB, mean of 100 pairs: MEF-SSIM 0.9360. Li et al. 2022: SICE 0.855, PSNR 15.97 dB, MI"
              + " 4.69, CC 0.953; 15 pairs 0.896, MI 5.15, CC 0.900.",
          "Zhang, Xu, Xiao, Guo, Ma: Rethinking the image fusion: a fast unified image fusion"
              + " network based on proportional maintenance of gradient and intensity, AAAI 2020",
          "https://github.com/HaoZhang1018/PMGI_AAAI2020");

  /** Makes the provider; nothing is loaded yet. */
  public PmgiProvider() {
    super(DESCRIPTION, OPTIONS, 1);
  }

  @Override
  Pipeline pipeline(FusionSettings settings, Found found) {
    Normalisation normalisation =
        Normalisation.valueOf(NORMALISATION.in(settings).toUpperCase(Locale.ROOT));
    return new PmgiPipeline(
        found.into(new Pmgi(normalisation)),
        found.device(),
        STRETCH.is("on", settings),
        INPUT.is("prepared", settings));
  }
}
