package evenlight.torch.training;

import evenlight.torch.loss.FusionLoss;
import evenlight.torch.network.Lcndr;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** The loss of the default pairs of scenes that are not trained on, as whole pictures. */
final class Validation {
  private final List<LuminanceScene> scenes;
  private final FusionLoss loss;

  Validation(List<LuminanceScene> scenes, FusionLoss loss) {
    this.scenes = scenes;
    this.loss = loss;
  }

  /** The mean over the scenes, NaN without any. */
  double loss(Lcndr network) {
    network.eval();
    return scenes.stream().mapToDouble(scene -> loss(network, scene)).average().orElse(Double.NaN);
  }

  private double loss(Lcndr network, LuminanceScene scene) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor over = plane(network, scene, scene.frame(scene.over()));
      Tensor under = plane(network, scene, scene.frame(scene.under()));
      Tensor brightness = plane(network, scene, scene.brightness());
      return loss.forward(over, under, brightness, network.forward(over, under)).item_double();
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
