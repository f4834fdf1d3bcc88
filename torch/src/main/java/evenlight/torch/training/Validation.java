package evenlight.torch.training;

import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.metric.Comparison;
import evenlight.metric.Metric;
import evenlight.metric.Metrics;
import evenlight.torch.loss.FusionLoss;
import evenlight.torch.network.Lcndr;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.training.data.TrainingScene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Tries a network on the default pairs of scenes that are not trained on, as whole pictures: the
 * mean loss, and the metrics of {@code evaluate} on the fused luminance in 8 bits. Those that need
 * a ground truth count where there is one.
 */
final class Validation {
  private static final List<Metric> AGAINST_SOURCES =
      Stream.of("mef-ssim", "mi", "cc").map(Metrics::named).toList();
  private static final List<Metric> AGAINST_TRUTH = List.of(Metrics.named("psnr"));

  private final List<TrainingScene> scenes;
  private final FusionLoss loss;

  Validation(List<TrainingScene> scenes, FusionLoss loss) {
    this.scenes = scenes;
    this.loss = loss;
  }

  /** Whether there is nothing to try a network on. */
  boolean isEmpty() {
    return scenes.isEmpty();
  }

  /**
   * Tries a network.
   *
   * @param step after which this is, for the result
   */
  ValidationResult of(Lcndr network, int step) throws IOException {
    network.eval();
    DoubleSummaryStatistics losses = new DoubleSummaryStatistics();
    Map<String, DoubleSummaryStatistics> scores = new TreeMap<>();
    List<Picture> pictures = new ArrayList<>();
    for (TrainingScene scene : scenes) {
      Image8 under = grey(scene, scene.frame(scene.under()));
      Image8 over = grey(scene, scene.frame(scene.over()));
      Fused fused = fuse(network, scene, over, under);
      losses.accept(fused.loss());
      score(new Comparison(List.of(under, over), fused.image(), scene.truth()), scores);
      pictures.add(
          new Picture(scene.name(), picture(under), picture(over), picture(fused.image())));
    }
    return new ValidationResult(step, losses.getAverage(), means(scores), pictures);
  }

  private record Fused(Image8 image, double loss) {}

  private Fused fuse(Lcndr network, TrainingScene scene, Image8 over, Image8 under)
      throws IOException {
    byte[] wanted = scene.brightness();
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Device device = network.parameters().get(0).device();
      Tensor o = tensor(over, device);
      Tensor u = tensor(under, device);
      Tensor fused = network.forward(o, u);
      double value = loss.forward(o, u, tensor(grey(scene, wanted), device), fused).item_double();
      Image clamped = Image.of(over.height(), over.width(), Tensors.toArray(fused));
      return new Fused(Image8.of(clamped), value);
    }
  }

  private static Image8 grey(TrainingScene scene, byte[] plane) {
    return Image8.of(scene.height(), scene.width(), plane);
  }

  private static Image picture(Image8 grey) {
    return Image.ofBytes(grey.height(), grey.width(), grey.plane(0));
  }

  private static Tensor tensor(Image8 grey, Device device) {
    return Tensors.ofPlanes(grey.height(), grey.width(), picture(grey).plane(0))
        .to(device, torch.ScalarType.Float);
  }

  private static void score(Comparison comparison, Map<String, DoubleSummaryStatistics> scores) {
    List<Metric> metrics = new ArrayList<>(AGAINST_SOURCES);
    Optional<Image8> truth = comparison.reference();
    truth.ifPresent(image -> metrics.addAll(AGAINST_TRUTH));
    for (Metric metric : metrics) {
      metric
          .score(comparison)
          .value()
          .ifPresent(
              value ->
                  scores
                      .computeIfAbsent(metric.card().id(), id -> new DoubleSummaryStatistics())
                      .accept(value));
    }
  }

  private static Map<String, Double> means(Map<String, DoubleSummaryStatistics> scores) {
    return scores.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getAverage()));
  }
}
