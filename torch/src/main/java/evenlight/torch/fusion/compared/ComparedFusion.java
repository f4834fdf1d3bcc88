package evenlight.torch.fusion.compared;

import evenlight.bracket.Bracket;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.MethodCard;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.torch.tensor.LibtorchException;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;

/** Fuses exposures, rounded to 8 bits, as a published program does. */
final class ComparedFusion implements FusionMethod {
  private final MethodCard card;
  private final String fingerprint;
  private final int leastSize;
  private final int threads;
  private final Pipeline pipeline;

  ComparedFusion(
      MethodCard card, String fingerprint, int leastSize, int threads, Pipeline pipeline) {
    this.card = card;
    this.fingerprint = fingerprint;
    this.leastSize = leastSize;
    this.threads = threads;
    this.pipeline = pipeline;
  }

  @Override
  public MethodCard card() {
    return card;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public Image fuse(Bracket bracket) {
    requireFusible(bracket);
    if (bracket.allEqual()) {
      return bracket.darkest().image();
    }
    List<Image8> exposures =
        bracket.exposures().stream().map(exposure -> Image8.of(exposure.image())).toList();
    Natives.useThreads(threads);
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      return Image.of(pipeline.fuse(exposures));
    } catch (RuntimeException e) {
      throw LibtorchException.of(
          "%s on %d exposures of %s"
              .formatted(card.name(), bracket.size(), bracket.darkest().image().size()),
          e);
    }
  }

  private void requireFusible(Bracket bracket) {
    if (bracket.size() > card.mostExposures()) {
      throw new IllegalArgumentException(
          "%s needs at most %d exposures, but the bracket has %d"
              .formatted(card.id(), card.mostExposures(), bracket.size()));
    }
    if (Math.min(bracket.height(), bracket.width()) < leastSize) {
      throw new IllegalArgumentException(
          "%s needs exposures of at least %d×%d, but %s is %s (height×width)"
              .formatted(
                  card.id(),
                  leastSize,
                  leastSize,
                  bracket.darkest().name(),
                  bracket.darkest().image().size()));
    }
  }
}
