package evenlight.torch.training;

import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.metric.Comparison;
import evenlight.metric.Metric;
import evenlight.metric.Metrics;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.training.PairSubject.Tried;
import evenlight.torch.training.data.Luminance;
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
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Tries a network on the default pairs of scenes that are not trained on, as whole pictures or in
 * their middle: the mean loss, and the metrics of {@code evaluate} on the fused luminance in 8
 * bits. Those that need a ground truth count where there is one.
 *
 * @param <M> the network
 */
final class FusionValidation<M extends Module> implements Validation {
  /** Sees whole pictures. */
  static final int WHOLE = Integer.MAX_VALUE;

  private static final List<Metric> AGAINST_SOURCES =
      Stream.of("mef-ssim", "mi", "cc").map(Metrics::named).toList();
  private static final List<Metric> AGAINST_TRUTH = List.of(Metrics.named("psnr"));

  private final List<TrainingScene> scenes;
  private final Middle middle;
  private final M network;
  private final Trial trial;

  /** Fuses a picture with the network as it is. */
  interface Trial {
    /** All are 1,C,H,W in [0,1]; see {@link PairSubject#forward}. */
    Tried of(Tensor over, Tensor under, Tensor target);
  }

  /**
   * Which part of pictures is seen.
   *
   * @param side its greatest height and width
   * @param multiple what both are multiples of
   */
  record Middle(int side, int multiple) {
    private int extent(int whole) {
      return Math.min(whole, side) / multiple * multiple;
    }

    /** That part of planes that lie one behind the other. */
    Image8 of(byte[] planes, int height, int width) {
      int h = extent(height);
      int w = extent(width);
      byte[][] parts = new byte[planes.length / (height * width)][h * w];
      for (int c = 0; c < parts.length; c++) {
        int start = c * height * width + (height - h) / 2 * width + (width - w) / 2;
        for (int y = 0; y < h; y++) {
          System.arraycopy(planes, start + y * width, parts[c], y * w, w);
        }
      }
      return Image8.of(h, w, parts);
    }
  }

  FusionValidation(List<TrainingScene> scenes, Middle middle, M network, Trial trial) {
    this.scenes = List.copyOf(scenes);
    this.middle = middle;
    this.network = network;
    this.trial = trial;
  }

  @Override
  public boolean isEmpty() {
    return scenes.isEmpty();
  }

  @Override
  public ValidationResult of(int step) throws IOException {
    network.eval();
    DoubleSummaryStatistics losses = new DoubleSummaryStatistics();
    Map<String, DoubleSummaryStatistics> scores = new TreeMap<>();
    List<Picture> pictures = new ArrayList<>();
    for (TrainingScene scene : scenes) {
      Image8 under = part(scene, scene.frame(scene.under()));
      Image8 over = part(scene, scene.frame(scene.over()));
      Fused fused = fuse(over, under, part(scene, scene.target()));
      losses.accept(fused.loss());
      List<Image8> sources = List.of(luminance(under), luminance(over));
      score(new Comparison(sources, fused.image(), truth(scene)), scores);
      pictures.add(
          new Picture(
              scene.name(),
              picture(sources.get(0)),
              picture(sources.get(1)),
              picture(fused.image())));
    }
    return new ValidationResult(step, losses.getAverage(), means(scores), pictures);
  }

  private record Fused(Image8 image, double loss) {}

  private Fused fuse(Image8 over, Image8 under, Image8 target) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Device device = network.parameters().get(0).device();
      Tried tried = trial.of(tensor(over, device), tensor(under, device), tensor(target, device));
      double value = tried.loss().item_double();
      float[][] planes = new float[over.channels()][];
      for (int c = 0; c < planes.length; c++) {
        planes[c] = Tensors.toArray(tried.fused().narrow(1, c, 1));
      }
      Image clamped = Image.of(over.height(), over.width(), planes);
      return new Fused(luminance(Image8.of(clamped)), value);
    }
  }

  private Image8 part(TrainingScene scene, byte[] planes) {
    return middle.of(planes, scene.height(), scene.width());
  }

  private Optional<Image8> truth(TrainingScene scene) throws IOException {
    Optional<byte[]> truth = scene.truth();
    return truth.map(planes -> luminance(part(scene, planes)));
  }

  private static Image8 luminance(Image8 picture) {
    return picture.channels() == 1
        ? picture
        : Image8.of(picture.height(), picture.width(), Luminance.of(picture(picture)));
  }

  private static Image picture(Image8 levels) {
    byte[][] planes = new byte[levels.channels()][];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = levels.plane(c);
    }
    return Image.ofBytes(levels.height(), levels.width(), planes);
  }

  private static Tensor tensor(Image8 levels, Device device) {
    Image picture = picture(levels);
    float[][] planes = new float[levels.channels()][];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = picture.plane(c);
    }
    return Tensors.ofPlanes(levels.height(), levels.width(), planes)
        .transpose(0, 1)
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
