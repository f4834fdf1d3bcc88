package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.torch.network.Ifcnn;
import evenlight.torch.network.Ifcnn.Scheme;
import java.util.List;
import java.util.Locale;

/** Brings IFCNN into the catalogue; each scheme has weights of its own. */
public final class IfcnnProvider extends ComparedProvider {
  private static final PresetOption SCHEME =
      PresetOption.of(
          "scheme",
          List.of("max", "mean", "sum"),
          "mean",
          "max",
          "How the exposures' features become one; each value has weights of its own. The authors"
              + " recommend mean for exposures; max is what their script does unless it is"
              + " changed.");
  private static final PresetOption CLAHE =
      PresetOption.of(
          "clahe",
          List.of("on", "off"),
          "on",
          "on",
          "Whether the fused luminance is compressed to 16 to 235 and equalised (OpenCV's CLAHE,"
              + " clip limit 2, 8×8 tiles).");
  private static final List<PresetOption> OPTIONS = List.of(SCHEME, CLAHE);

  private static final Description DESCRIPTION =
      new Description(
          "ifcnn",
          "IFCNN",
          "A network trained on pictures with two focal planes joins features of every exposure's"
              + " luminance; CLAHE raises the contrast.",
          "To compare with. Without CLAHE it is close to an average with sharper detail.",
          MethodCard.ANY_NUMBER,
          "O(K·H·W): 0.1 TFLOP a megapixel and exposure; in tiles, 2 GB for 12 megapixels",
          "ifcnn IFCNN-MEAN.pth",
          "",
          "Li et al. 2022: SICE MEF-SSIM 0.915, PSNR 17.32 dB, MI 2.78, CC 0.942; 15 pairs 0.867,"
              + " MI 2.81, CC 0.837. The pictures that MEFB publishes come from no setting of the"
              + " script.",
          "Zhang, Liu, Sun, Yan, Zhao, Zhang: IFCNN: A general image fusion framework based on"
              + " convolutional neural network, Information Fusion 54 (2020)",
          "https://github.com/uzeful/IFCNN");

  /** Makes the provider; nothing is loaded yet. */
  public IfcnnProvider() {
    super(DESCRIPTION, OPTIONS, 1);
  }

  @Override
  String weightsId(FusionSettings settings) {
    return "ifcnn-" + SCHEME.in(settings);
  }

  @Override
  String importArguments(FusionSettings settings) {
    return "ifcnn IFCNN-%s.pth".formatted(SCHEME.in(settings).toUpperCase(Locale.ROOT));
  }

  @Override
  Pipeline pipeline(FusionSettings settings, Found found) {
    Scheme scheme = Scheme.valueOf(SCHEME.in(settings).toUpperCase(Locale.ROOT));
    return new IfcnnPipeline(
        found.into(new Ifcnn(scheme)),
        found.device(),
        CLAHE.is("on", settings),
        settings.threads());
  }
}
