package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionSettings;
import evenlight.image.Image8;
import evenlight.image.reference.LevelRounding;
import evenlight.image.reference.LevelStretch;
import evenlight.torch.network.MefGan;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Brings MEF-GAN into the catalogue. */
public final class MefGanProvider extends UnpublishedProvider {
  private static final PresetOption STRETCH =
      PresetOption.of(
          "stretch",
          List.of("on", "off"),
          "on",
          "on",
          "Whether the least and greatest sample of the result become 0 and 255, as when the script"
              + " saves.");
  private static final List<PresetOption> OPTIONS = List.of(STRETCH);

  private static final Description DESCRIPTION =
      new Description(
          "mef-gan",
          "MEF-GAN",
          "The generator of an adversarial pair of networks fuses colours, with attention over the"
              + " whole picture.",
          "To compare with, once it is trained. It fuses colours, not luminance.",
          2,
          "O(H·W) and O((H·W)²) for attention at 1/64 of the pixels: 1 TFLOP a megapixel; 0.1 GB a"
              + " megapixel and 1.5 GB",
          "",
          "Pictures whose sides are no multiples of 8 are mirrored at the right and below until they"
              + " are, and cut to size afterwards; the script cuts them first.",
          "with weights that are not public: MEFB, mean of 100 pairs: MEF-SSIM 0.7722. Li et al."
              + " 2022: SICE 0.895, PSNR 18.44 dB, MI 2.79, CC 0.933; 15 pairs 0.763, MI 4.04, CC"
              + " 0.887.",
          "Xu, Ma, Zhang: MEF-GAN: Multi-exposure image fusion via generative adversarial networks,"
              + " IEEE TIP 29 (2020)",
          "https://github.com/hanna-xu/MEF-GAN");

  /** Makes the provider; nothing is loaded yet. */
  public MefGanProvider() {
    super(DESCRIPTION, OPTIONS, MefGan.MULTIPLE);
  }

  @Override
  Pipeline pipeline(FusionSettings settings, Found found) {
    MefGan network = found.into(new MefGan());
    Function<float[], byte[]> saving =
        STRETCH.is("on", settings)
            ? LevelStretch.MIN_MAX::of
            : samples -> LevelRounding.ROUNDED.of(samples, Image8.WHITE);
    return new ColourPipeline(inMultiples(network), found.device(), saving);
  }

  private static BinaryOperator<Tensor> inMultiples(MefGan network) {
    return (over, under) ->
        network
            .forwardTiled(mirrored(over), mirrored(under), Planes.TILE)
            .narrow(2, 0, over.size(2))
            .narrow(3, 0, over.size(3));
  }

  private static Tensor mirrored(Tensor rgb) {
    long[] margins = {0, missing(rgb.size(3)), 0, missing(rgb.size(2))};
    return torch.pad(rgb, margins, "reflect", new DoubleOptional());
  }

  private static long missing(long extent) {
    return (MefGan.MULTIPLE - extent % MefGan.MULTIPLE) % MefGan.MULTIPLE;
  }
}
