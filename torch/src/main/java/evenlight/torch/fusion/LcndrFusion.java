package evenlight.torch.fusion;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.filter.ReducedLuminance;
import evenlight.fusion.ColourRule;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.image.Image;
import evenlight.torch.fusion.CarriedLuminance.Grid;
import evenlight.torch.network.Lcndr;
import evenlight.torch.tensor.Devices;
import java.util.List;
import org.bytedeco.pytorch.Device;

/**
 * Fuses exposures with {@link Lcndr}: luminance, that of {@link evenlight.image.Bt601}, by the
 * network, chroma by a {@link ColourRule}. The result has 16 bits a sample, whatever the exposures
 * have.
 *
 * <p>Fused luminance is clamped to [0,1]. Equal exposures are given back as they are: there is
 * nothing to fuse, and the network does not reproduce its input exactly.
 */
final class LcndrFusion implements FusionMethod {
  private final MethodCard card;
  private final Lcndr network;
  private final String hash;
  private final ColourRule colour;
  private final Resolution resolution;
  private final Several several;
  private final Device device;
  private final int threads;

  /**
   * The method with one network.
   *
   * @param hash of its parameters
   */
  LcndrFusion(
      MethodCard card,
      Lcndr network,
      String hash,
      ColourRule colour,
      Resolution resolution,
      FusionSettings settings) {
    this.card = card;
    this.network = network;
    this.hash = hash;
    this.colour = colour;
    this.resolution = resolution;
    several = Several.chosen(settings);
    this.threads = settings.threads();
    device = Devices.resolve(settings.device());
    network.to(device, false);
  }

  @Override
  public MethodCard card() {
    return card;
  }

  @Override
  public String fingerprint() {
    return "%s, parameters %s, colour %s, resolution %s, several %s, %s, %d threads"
        .formatted(
            card.id(), hash, colour.id(), resolution, several, device.str().getString(), threads);
  }

  @Override
  public Image fuse(Bracket bracket) {
    if (Math.min(bracket.height(), bracket.width()) < Lcndr.MIN_SIZE) {
      throw new IllegalArgumentException(
          "%s needs exposures of at least %d×%d, but %s is %s (height×width)"
              .formatted(
                  card.id(),
                  Lcndr.MIN_SIZE,
                  Lcndr.MIN_SIZE,
                  bracket.darkest().name(),
                  bracket.darkest().image().size()));
    }
    if (bracket.allEqual()) {
      return bracket.darkest().image();
    }
    int reduction = resolution.reduction(network.config(), bracket.height(), bracket.width());
    Grid grid =
        new Grid(
            bracket.width(),
            ReducedLuminance.blocks(bracket.height(), reduction),
            ReducedLuminance.blocks(bracket.width(), reduction),
            reduction);
    PairFusion pairs = new PairFusion(network, device, threads, grid);
    Luminance fused =
        several.fuse(bracket, image -> new FrameLuminance(image, reduction, threads), pairs::fuse);
    List<Image> images = bracket.exposures().stream().map(Exposure::image).toList();
    return colour.colour(fused::rows, images, threads);
  }
}
