package evenlight.torch.fusion;

import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.MethodCard.Kind;
import evenlight.torch.network.SavedLcndr;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;

/** Brings LCNDR into the catalogue, with the weights that this project trained. */
public final class LcndrProvider implements FusionMethodProvider {
  private static final String SHIPPED = "lcndr.safetensors";

  static final MethodCard CARD =
      new MethodCard(
          "lcndr",
          "LCNDR",
          Kind.LEARNED,
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
    Weights weights;
    String source;
    if (settings.weights().isPresent()) {
      Path file = settings.weights().get();
      weights = Safetensors.read(file);
      source = file.toString();
    } else {
      weights = shipped();
      source = "the shipped " + SHIPPED;
    }
    Natives.load();
    return new LcndrFusion(SavedLcndr.fromWeights(weights, source), settings);
  }

  private static Weights shipped() throws IOException {
    try (InputStream in = LcndrProvider.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IOException("the shipped weights must be a resource, but there is no " + SHIPPED);
      }
      return Safetensors.read(in, "the shipped " + SHIPPED);
    }
  }
}
