package evenlight.torch.fusion;

import evenlight.bracket.Bracket;
import evenlight.bracket.BracketSize;
import evenlight.bracket.Exposure;
import evenlight.filter.ReducedLuminance;
import evenlight.fusion.ColourRule;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.Workspace;
import evenlight.image.Image;
import evenlight.torch.fusion.CarriedLuminance.Grid;
import evenlight.torch.network.Lcndr;
import evenlight.torch.network.Parameters;
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
  /** Three samples of 16 bits for each pixel. */
  private static final double RESULT_BYTES = 6;

  /** Planes in Java for each pixel that the network sees. */
  private static final double PLANE_BYTES = 28;

  /** Planes in libtorch for each pixel that the network sees. */
  private static final double TENSOR_BYTES = 56;

  /** Features of a tile, for each channel of the network's width. */
  private static final long TILE_BYTES = 20_000_000;

  /** libtorch's code and tables. */
  private static final long LIBTORCH = 250_000_000;

  private final MethodCard card;
  private final Lcndr network;
  private final String hash;
  private final ColourRule colour;
  private final Resolution resolution;
  private final Several several;
  private final Device device;
  private final Numbers numbers;
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
    numbers = Numbers.chosen(settings, device);
    network.to(device, false);
    Parameters.layChannelsLast(network);
  }

  @Override
  public MethodCard card() {
    return card;
  }

  @Override
  public String fingerprint() {
    return "%s, parameters %s, colour %s, resolution %s, several %s, %s, %s, %d threads"
        .formatted(
            card.id(),
            hash,
            colour.id(),
            resolution,
            several,
            numbers.description(),
            device.str().getString(),
            threads);
  }

  @Override
  public Workspace workspace(BracketSize size) {
    int reduction = resolution.reduction(network.config(), size.height(), size.width());
    double seen = 1.0 / (reduction * reduction);
    double halves = size.exposures() > 2 ? 2 * size.pictureBytes() + 5.0 * size.pixels() : 0;
    return new Workspace(
        (long) (size.pixels() * (RESULT_BYTES + PLANE_BYTES * seen) + halves),
        TILE_BYTES * network.config().width() + (long) (size.pixels() * TENSOR_BYTES * seen),
        LIBTORCH);
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
    boolean full = resolution.isFull(network.config(), bracket.height(), bracket.width());
    PairFusion pairs = new PairFusion(network, device, numbers.inBf16(full), threads, grid);
    Luminance fused =
        several.fuse(bracket, image -> new FrameLuminance(image, reduction, threads), pairs::fuse);
    List<Image> images = bracket.exposures().stream().map(Exposure::image).toList();
    return colour.colour(fused::rows, images, threads);
  }
}
