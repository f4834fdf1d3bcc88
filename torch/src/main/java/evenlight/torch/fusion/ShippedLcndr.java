package evenlight.torch.fusion;

import evenlight.fusion.ColourRule;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.MethodOption;
import evenlight.torch.network.SavedLcndr;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.SourcedWeights;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** LCNDR with one training and one rule for colours as a method of the catalogue. */
abstract class ShippedLcndr implements FusionMethodProvider {
  private final MethodCard card;
  private final MethodOption colour;
  private final MethodOption resolution;

  /**
   * The method of a card.
   *
   * @param card whose id names the resource with the weights, and whose first option is the rule
   *     for colours
   */
  ShippedLcndr(MethodCard card) {
    this.card = card;
    colour = card.options().get(0);
    resolution = card.options().get(1);
  }

  /** A card with all that does not depend on the training. */
  static MethodCard card(
      String id,
      String name,
      String summary,
      String advice,
      ColourRule colour,
      Resolution resolution,
      String cost,
      String deviations) {
    return new MethodCard(
        id,
        name,
        MethodCard.Kind.LEARNED,
        summary,
        advice,
        MethodCard.ANY_NUMBER,
        false,
        List.of(
            ColourRule.option(colour),
            Resolution.option(resolution),
            Several.OPTION,
            Numbers.OPTION),
        cost,
        deviations,
        "Li et al. 2022, for other weights that were never released: SICE MEF-SSIM 0.936, PSNR"
            + " 19.52 dB, MI 7.18, CC 0.980; 15 pairs 0.945, MI 6.87, CC 0.924.",
        "Li, Liu, Zhou, Zhang, Kasabov: Learning a Coordinated Network for Detail-refinement"
            + " Multi-exposure Image Fusion, IEEE T-CSVT 2022",
        URI.create("https://github.com/lok-18/LCNDR"),
        "shipped, trained by this project",
        "Apache-2.0");
  }

  @Override
  public final MethodCard card() {
    return card;
  }

  @Override
  public final FusionMethod create(FusionSettings settings) throws IOException {
    Natives.load();
    SourcedWeights weights =
        settings.weights().isPresent()
            ? SourcedWeights.ofFile(settings.weights().get())
            : SourcedWeights.shipped(ShippedLcndr.class, card.id() + ".safetensors");
    return new LcndrFusion(
        card,
        SavedLcndr.fromWeights(weights.weights(), weights.source()),
        weights.hash(),
        ColourRule.chosen(colour, settings),
        Resolution.chosen(resolution, settings),
        settings);
  }
}
