package evenlight.torch.training;

import evenlight.torch.loss.FusionLoss;
import evenlight.torch.loss.MefSsimLoss;
import evenlight.torch.network.Lcndr;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** How well the default pairs are fused of scenes that are not trained on, as whole pictures. */
public final class Validation {
  private static final FusionLoss STRUCTURE = new MefSsimLoss(new MefSsimLoss.Config(0, 0));

  private final List<LuminanceScene> scenes;
  private final FusionLoss loss;

  Validation(List<LuminanceScene> scenes, FusionLoss loss) {
    this.scenes = scenes;
    this.loss = loss;
  }

  /**
   * Means over the scenes.
   *
   * @param loss what training makes small
   * @param mefSsim MEF-SSIM of luminance, whatever the loss, so that plans can be compared
   */
  public record Score(double loss, double mefSsim) {}

  /** Empty where there are no scenes. */
  Optional<Score> score(Lcndr network) {
    if (scenes.isEmpty()) {
      return Optional.empty();
    }
    network.eval();
    double losses = 0;
    double indices = 0;
    for (LuminanceScene scene : scenes) {
      Score score = score(network, scene);
      losses += score.loss();
      indices += score.mefSsim();
    }
    return Optional.of(new Score(losses / scenes.size(), indices / scenes.size()));
  }

  private Score score(Lcndr network, LuminanceScene scene) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor over = plane(network, scene, scene.frame(scene.over()));
      Tensor under = plane(network, scene, scene.frame(scene.under()));
      Tensor brightness = plane(network, scene, scene.brightness());
      Tensor fused = network.forward(over, under);
      return new Score(
          loss.forward(over, under, brightness, fused).item_double(),
          1 - STRUCTURE.forward(over, under, brightness, fused).item_double());
    }
  }

  private static Tensor plane(Lcndr network, LuminanceScene scene, byte[] bytes) {
    float[] samples = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      samples[i] = (bytes[i] & 255) / 255f;
    }
    return Trainer.onDeviceOf(network, Tensors.ofPlanes(scene.height(), scene.width(), samples));
  }
}
