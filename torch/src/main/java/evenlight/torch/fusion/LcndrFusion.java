package evenlight.torch.fusion;

import evenlight.bracket.Bracket;
import evenlight.fusion.ColourRule;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.image.Bt601;
import evenlight.image.Image;
import evenlight.torch.network.Lcndr;
import evenlight.torch.tensor.Devices;
import evenlight.torch.tensor.LibtorchException;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Fuses two exposures with {@link Lcndr}: luminance, that of {@link Bt601}, by the network, chroma
 * by a {@link ColourRule}.
 *
 * <p>The exposures go through the network with a mirrored margin of {@value #MARGIN} pixels of the
 * size that its modules see, which is then cut off: its convolutions see zeros beyond the border
 * and would draw a thin frame.
 *
 * <p>Fused luminance is clamped to [0,1]. Equal exposures are given back as they are: there is
 * nothing to fuse, and the network does not reproduce its input exactly.
 */
final class LcndrFusion implements FusionMethod {
  private static final long MARGIN = 16;

  private final MethodCard card;
  private final Lcndr network;
  private final String hash;
  private final ColourRule colour;
  private final Device device;
  private final int threads;

  /**
   * The method with one network.
   *
   * @param hash of its parameters
   */
  LcndrFusion(
      MethodCard card, Lcndr network, String hash, ColourRule colour, FusionSettings settings) {
    this.card = card;
    this.network = network;
    this.hash = hash;
    this.colour = colour;
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
    return "%s, parameters %s, colour %s, %s, %d threads"
        .formatted(card.id(), hash, colour.id(), device.str().getString(), threads);
  }

  @Override
  public Image fuse(Bracket bracket) {
    if (bracket.size() != 2) {
      throw new IllegalArgumentException(
          "%s fuses exactly 2 exposures, but the bracket has %d"
              .formatted(card.id(), bracket.size()));
    }
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
    Image under = bracket.darkest().image();
    Image over = bracket.brightest().image();
    return colour.colour(luminance(over, under), List.of(over, under), threads);
  }

  /** Before there is any chroma: the network takes the most memory of all. */
  private float[] luminance(Image over, Image under) {
    Natives.useThreads(threads);
    float[] y;
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      y = Tensors.toArray(forward(tensor(over), tensor(under)));
    } catch (RuntimeException e) {
      throw LibtorchException.of("LCNDR on two exposures of " + over.size(), e);
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.min(Math.max(y[i], 0), 1);
    }
    return y;
  }

  private Tensor forward(Tensor over, Tensor under) {
    long height = over.size(2);
    long width = over.size(3);
    long margin = MARGIN * network.config().reduction();
    long rows = Math.min(margin, height - 1);
    long columns = Math.min(margin, width - 1);
    long[] margins = {columns, columns, rows, rows};
    Tensor fused = network.forward(reflected(over, margins), reflected(under, margins));
    return fused.narrow(2, rows, height).narrow(3, columns, width);
  }

  private static Tensor reflected(Tensor picture, long[] margins) {
    return torch.pad(picture, margins, "reflect", new DoubleOptional());
  }

  private Tensor tensor(Image image) {
    return Tensors.ofPlanes(image.height(), image.width(), Bt601.luma(image))
        .to(device, torch.ScalarType.Float);
  }
}
