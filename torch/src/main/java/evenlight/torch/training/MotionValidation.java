package evenlight.torch.training;

import evenlight.image.Image;
import evenlight.torch.network.Raft;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.training.data.FlowBatch;
import evenlight.torch.training.data.MotionSample;
import evenlight.torch.training.data.MotionSampler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Tries RAFT on known motion of scenes that are not trained on: the mean end-point error in pixels,
 * over all gaps as the loss, and for each gap as {@code epe-6.0-ev}. Pictures show the first pair
 * of each gap and its errors, white being {@value #WORST} pixels.
 */
final class MotionValidation implements Validation {
  private static final double WORST = 8;

  private final MotionSampler sampler;
  private final RaftRecipe recipe;
  private final Raft network;

  MotionValidation(MotionSampler sampler, RaftRecipe recipe, Raft network) {
    this.sampler = sampler;
    this.recipe = recipe;
    this.network = network;
  }

  @Override
  public boolean isEmpty() {
    return sampler.isEmpty();
  }

  @Override
  public ValidationResult of(int step) throws IOException {
    network.eval();
    Map<String, Double> scores = new TreeMap<>();
    List<Picture> pictures = new ArrayList<>();
    double all = 0;
    for (double gap : recipe.motion().gaps()) {
      String id = String.format(Locale.ROOT, "epe-%s-ev", gap);
      double sum = 0;
      for (int i = 0; i < recipe.validations(); i++) {
        MotionSample sample = sampler.sample(i, gap);
        float[] errors = errors(sample);
        sum += mean(errors, sample.known());
        if (i == 0) {
          pictures.add(picture(id, sample, errors));
        }
      }
      scores.put(id, sum / recipe.validations());
      all += sum / recipe.validations();
    }
    return new ValidationResult(step, all / recipe.motion().gaps().size(), scores, pictures);
  }

  private float[] errors(MotionSample sample) {
    FlowBatch batch = MotionSampler.batchOf(List.of(sample));
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Device device = network.parameters().get(0).device();
      BatchTensors tensors = new BatchTensors(batch.size(), device);
      Tensor found =
          network.forward(
              tensors.of(batch.first()), tensors.of(batch.second()), recipe.iterations());
      Tensor off = found.sub(tensors.of(batch.flow())).square().sum(1).sqrt();
      return Tensors.toArray(off);
    }
  }

  private static double mean(float[] errors, byte[] known) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < errors.length; i++) {
      sum += known[i] * errors[i];
      count += known[i];
    }
    return sum / Math.max(count, 1);
  }

  private static Picture picture(String id, MotionSample sample, float[] errors) {
    float[] shown = new float[errors.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = (float) Math.min(errors[i] / WORST, 1);
    }
    Image first = sample.first();
    return new Picture(
        id,
        Image.of(first.height(), first.width(), first.plane(1)),
        Image.of(first.height(), first.width(), sample.second().plane(1)),
        Image.of(first.height(), first.width(), shown));
  }
}
