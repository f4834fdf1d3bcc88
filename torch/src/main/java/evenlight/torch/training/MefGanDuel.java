package evenlight.torch.training;

import evenlight.torch.loss.MefGanLoss;
import evenlight.torch.network.MefGan;
import evenlight.torch.network.MefGanDiscriminator;
import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.training.data.Batch;
import evenlight.torch.training.optimizer.AdamW;
import evenlight.torch.training.optimizer.Sgd;
import evenlight.torch.training.plan.OptimizerPlan;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * Generator and discriminator of MEF-GAN, and one update of either: the generator moves by Adam
 * with β 0 and 0.9, the discriminator down its gradient, and both stay within the recipe's limit.
 */
final class MefGanDuel {
  private static final AdamW.Betas BETAS = new AdamW.Betas(0, 0.9);
  private static final String GENERATOR = "generator.";
  private static final String DISCRIMINATOR = "discriminator.";
  private static final String UPDATES = "updates";

  private final OptimizerPlan plan;
  private final double limit;
  private final Device device;
  private final MefGanLoss loss;
  private final MefGan generator;
  private final MefGanDiscriminator discriminator;
  private final AdamW adam;
  private final Sgd descent;
  private int updates;

  /** Two networks as they are; make it outside any scope. */
  MefGanDuel(
      MefGanRecipe recipe,
      OptimizerPlan plan,
      MefGan generator,
      MefGanDiscriminator discriminator,
      Device device) {
    this.plan = plan;
    this.limit = recipe.weightLimit();
    this.device = device;
    this.generator = generator;
    this.discriminator = discriminator;
    loss = new MefGanLoss(recipe.loss());
    adam = new AdamW(generator, plan.weightDecay(), BETAS);
    descent = new Sgd(discriminator);
  }

  /** What the discriminator thinks of a batch, on the mean. */
  record Verdicts(double ofTruth, double ofFused) {
    /** Of one that cannot tell. */
    static final Verdicts NONE = new Verdicts(0.5, 0.5);
  }

  /** The tensors of a batch; valid within the open scope. */
  private record Patches(Tensor over, Tensor under, Tensor truth) {}

  private Patches patches(Batch batch) {
    BatchTensors tensors = new BatchTensors(batch.size(), device);
    return new Patches(
        tensors.of(batch.over()), tensors.of(batch.under()), tensors.of(batch.target()));
  }

  /** Before a step: both learn. */
  void begin() {
    generator.train(true);
    discriminator.train(true);
  }

  /** Asks it. */
  Verdicts verdicts(Batch batch) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Patches patches = patches(batch);
      Tensor fused = generator.forward(patches.over(), patches.under());
      return new Verdicts(
          discriminator.forward(patches.truth()).mean().item_double(),
          discriminator.forward(fused).mean().item_double());
    }
  }

  /** Its loss before the update, which there is none of where that is not finite. */
  double improveDiscriminator(Batch batch, double rate, int step) {
    try (TensorScope scope = new TensorScope()) {
      discriminator.zero_grad(true);
      Patches patches = patches(batch);
      Tensor fused;
      try (NoGradGuard noGrad = new NoGradGuard()) {
        fused = generator.forward(patches.over(), patches.under());
      }
      Tensor value =
          loss.discriminator(discriminator.forward(patches.truth()), discriminator.forward(fused));
      value.backward();
      double number = value.item_double();
      if (Double.isFinite(number)) {
        descent.step(rate, step);
        limit(discriminator);
      }
      return number;
    }
  }

  /** The loss and the gradient of the update, which there is none of where they are not finite. */
  Learner.Gradient improveGenerator(Batch batch, double rate) {
    try (TensorScope scope = new TensorScope()) {
      generator.zero_grad(true);
      Patches patches = patches(batch);
      Tensor fused = generator.forward(patches.over(), patches.under());
      Tensor value = loss.generator(discriminator.forward(fused), fused, patches.truth());
      value.backward();
      Learner.Gradient gradient =
          new Learner.Gradient(value.item_double(), NetworkLearner.clipped(generator, plan));
      if (gradient.isFinite()) {
        updates++;
        adam.step(rate, updates);
        limit(generator);
      }
      return gradient;
    }
  }

  private void limit(Module network) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      ScalarOptional least = new ScalarOptional(new Scalar(-limit));
      ScalarOptional most = new ScalarOptional(new Scalar(limit));
      Parameters.trainable(network).values().forEach(tensor -> tensor.clamp_(least, most));
    }
  }

  /** Both networks, each under its own name. */
  Map<String, Parameter> networks() {
    Map<String, Parameter> networks = new LinkedHashMap<>();
    put(GENERATOR, Parameters.of(generator, Map.of()).tensors(), networks);
    put(DISCRIMINATOR, Parameters.of(discriminator, Map.of()).tensors(), networks);
    return networks;
  }

  /** Where Adam stands. */
  Map<String, Parameter> moments() {
    Map<String, Parameter> moments = new LinkedHashMap<>(adam.state());
    moments.put(UPDATES, new Parameter(new long[] {1}, new float[] {updates}));
    return moments;
  }

  private static void put(String prefix, Map<String, Parameter> from, Map<String, Parameter> into) {
    from.forEach((name, parameter) -> into.put(prefix + name, parameter));
  }

  private static Weights part(String prefix, Weights of) {
    Map<String, Parameter> part = new LinkedHashMap<>();
    of.tensors()
        .forEach(
            (name, parameter) -> {
              if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), parameter);
              }
            });
    return new Weights(part, Map.of());
  }

  /**
   * Goes on from where another stood.
   *
   * @param source where it comes from, for messages
   */
  void restore(Weights networks, Weights moments, String source) {
    Parameters.load(generator, part(GENERATOR, networks), source);
    Parameters.load(discriminator, part(DISCRIMINATOR, networks), source);
    adam.restore(moments);
    updates = Math.round(moments.tensor(UPDATES).values()[0]);
  }
}
