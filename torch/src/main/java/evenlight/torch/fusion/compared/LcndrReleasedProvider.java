package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionSettings;
import evenlight.image.reference.LevelRounding;
import evenlight.torch.network.LcndrReleased;
import evenlight.torch.network.Parameters;
import evenlight.torch.weights.SourcedWeights;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;

/** Brings LCNDR as its authors released it into the catalogue. */
public final class LcndrReleasedProvider extends ComparedProvider {
  private static final long SEED = 1;
  private static final String SEEDED = "seed1";

  private static final PresetOption PARAMETERS =
      PresetOption.of(
          "parameters",
          List.of("checkpoint", SEEDED),
          "checkpoint",
          "checkpoint",
          "Which parameters the network has: checkpoint, those that are imported; seed1, those that"
              + " PyTorch draws at first with seed 1. The released script never loads its"
              + " checkpoint: the result that its authors show is that of seed1.");
  private static final PresetOption OVERFLOW =
      PresetOption.of(
          "overflow",
          List.of("wrap", "clamp"),
          "wrap",
          "clamp",
          "What becomes of luminance beyond 8 bits: wrap, it starts again at the other end, as in"
              + " the released script; clamp, it is cut off.");
  private static final List<PresetOption> OPTIONS = List.of(PARAMETERS, OVERFLOW);

  private static final Description DESCRIPTION =
      new Description(
          "lcndr-released",
          "LCNDR, as released",
          "The network that the authors of LCNDR released, which is not that of their paper, with"
              + " their checkpoint, which is all but untrained.",
          "To compare with: what was published. For pictures, lcndr is better.",
          2,
          "O(H·W) and O((H·W)²) for attention at 1/64 of the pixels: 10 s a megapixel on two cores;"
              + " memory for tiles, 1.5 GB",
          "lcndr-released model.pth",
          "Images of a batch do not attend to each other. The paper's network is lcndr-paper.",
          "none for this network.",
          "Li, Liu, Zhou, Zhang, Kasabov: Learning a Coordinated Network for Detail-refinement"
              + " Multi-exposure Image Fusion, IEEE T-CSVT 2022",
          "https://github.com/lok-18/LCNDR");

  /** Makes the provider; nothing is loaded yet. */
  public LcndrReleasedProvider() {
    super(DESCRIPTION, OPTIONS, LcndrReleased.MIN_SIZE);
  }

  @Override
  Found find(FusionSettings settings, Device device) throws IOException {
    if (!PARAMETERS.is(SEEDED, settings)) {
      return super.find(settings, device);
    }
    settings.requireNoWeights(card());
    LcndrReleased drawn = LcndrReleased.seeded(SEED);
    return new Found(new SourcedWeights(Parameters.of(drawn, Map.of()), SEEDED, SEEDED), device);
  }

  @Override
  Pipeline pipeline(FusionSettings settings, Found found) {
    LevelRounding rounding =
        OVERFLOW.is("wrap", settings) ? LevelRounding.WRAPPED : LevelRounding.TRUNCATED;
    return new LcndrReleasedPipeline(found.into(new LcndrReleased()), found.device(), rounding);
  }
}
