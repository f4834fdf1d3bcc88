package evenlight.torch.fusion;

import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.MethodCard.Kind;
import evenlight.image.io.Sha256;
import evenlight.torch.network.SavedLcndr;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Brings LCNDR into the catalogue, with the weights that this project trained. */
public final class LcndrProvider implements FusionMethodProvider {
  private static final String SHIPPED = "lcndr.safetensors";

  static final MethodCard CARD =
      new MethodCard(
          "lcndr",
          "LCNDR",
          Kind.LEARNED,
          "A network fuses luminance, guided by attention and revised edges; chroma is weighted by"
              + " its distance from grey.",
          "The default. Needs aligned exposures and libtorch; not for large pictures in little"
              + " memory.",
          2,
          false,
          List.of(),
          "O(H·W): 2 to 4 s and 0.9 GB a megapixel on two cores",
          "Trained by MEF-SSIM instead of the paper's loss; docs/research.md lists every reading.",
          "Li et al. 2022, for other weights that were never released: SICE MEF-SSIM 0.936, PSNR"
              + " 19.52 dB, MI 7.18, CC 0.980; 15 pairs 0.945, MI 6.87, CC 0.924.",
          "Li, Liu, Zhou, Zhang, Kasabov: Learning a Coordinated Network for Detail-refinement"
              + " Multi-exposure Image Fusion, IEEE T-CSVT 2022",
          URI.create("https://github.com/lok-18/LCNDR"),
          "shipped, trained by this project",
          "Apache-2.0");

  @Override
  public MethodCard card() {
    return CARD;
  }

  @Override
  public FusionMethod create(FusionSettings settings) throws IOException {
    Natives.load();
    if (settings.weights().isPresent()) {
      Path file = settings.weights().get();
      Weights weights = Safetensors.read(file);
      return create(weights, file.toString(), Sha256.of(Files.readAllBytes(file)), settings);
    }
    byte[] shipped = shipped();
    String source = "the shipped " + SHIPPED;
    Weights weights = Safetensors.read(new ByteArrayInputStream(shipped), source);
    return create(weights, source, Sha256.of(shipped), settings);
  }

  private static FusionMethod create(
      Weights weights, String source, String hash, FusionSettings settings) {
    return new LcndrFusion(SavedLcndr.fromWeights(weights, source), hash, settings);
  }

  private static byte[] shipped() throws IOException {
    try (InputStream in = LcndrProvider.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IOException("the shipped weights must be a resource, but there is no " + SHIPPED);
      }
      return in.readAllBytes();
    }
  }
}
