package evenlight.torch.training;

import evenlight.torch.loss.AdversarialBalance;
import evenlight.torch.loss.MefGanLoss;
import evenlight.torch.network.MefGan;
import evenlight.torch.network.MefGanDiscriminator;
import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.training.checkpoint.Checkpoint;
import evenlight.torch.training.checkpoint.Checkpoint.Part;
import evenlight.torch.training.data.Batch;
import evenlight.torch.training.optimizer.AdamW;
import evenlight.torch.training.optimizer.RunningAverage;
import evenlight.torch.training.optimizer.Sgd;
import evenlight.torch.training.plan.OptimizerPlan;
import evenlight.torch.weights.SourcedWeights;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Generator and discriminator of MEF-GAN: from each batch first one learns and then the other, as
 * often as {@link AdversarialBalance} says. The generator moves by Adam with β 0 and 0.9, the
 * discriminator down its gradient.
 */
final class MefGanLearner implements Learner<Batch> {
  private static final AdamW.Betas BETAS = new AdamW.Betas(0, 0.9);
  private static final String GENERATOR = "generator.";
  private static final String DISCRIMINATOR = "discriminator.";
  private static final String UPDATES = "updates";

  private final MefGanRecipe recipe;
  private final OptimizerPlan plan;
  private final Device device;
  private final MefGanLoss loss;
  private final MefGan generator;
  private final MefGan averaged;
  private final MefGanDiscriminator discriminator;
  private final RunningAverage average;
  private final AdamW adam;
  private final Sgd descent;
  private int updates;

  /** A learner with fresh parameters from the plan's seed; make it outside any scope. */
  MefGanLearner(MefGanRecipe recipe, RecipePlan plan, Device device) {
    this.recipe = recipe;
    this.plan = plan.optimizer();
    this.device = device;
    loss = new MefGanLoss(recipe.loss());
    torch.manual_seed(plan.run().seed());
    generator = NetworkLearner.created(new MefGan(), device);
    averaged = NetworkLearner.created(new MefGan(), device);
    discriminator = NetworkLearner.created(new MefGanDiscriminator(), device);
    average = new RunningAverage(generator, averaged, this.plan.emaDecay());
    adam = new AdamW(generator, this.plan.weightDecay(), BETAS);
    descent = new Sgd(discriminator);
  }

  /** What the discriminator thinks of a batch, on the mean. */
  private record Verdicts(double ofTruth, double ofFused) {
    static final Verdicts NONE = new Verdicts(0.5, 0.5);
  }

  /** The tensors of a batch; valid within the open scope. */
  private record Patches(Tensor over, Tensor under, Tensor truth) {}

  private Patches patches(Batch batch) {
    BatchTensors tensors = new BatchTensors(batch.size(), device);
    return new Patches(
        tensors.of(batch.over()), tensors.of(batch.under()), tensors.of(batch.target()));
  }

  /** Learns from one batch; loss and norm are the generator's when it learned last. */
  @Override
  public Gradient step(List<Batch> batches, double rate, int step) {
    generator.train(true);
    discriminator.train(true);
    Round round = new Round(batches.get(0), step - 1L);
    double judged = round.ofDiscriminator(rate * recipe.discriminatorRate(), step);
    Gradient gradient =
        Double.isFinite(judged) ? round.ofGenerator(rate) : new Gradient(judged, judged);
    if (gradient.isFinite()) {
      average.update(step);
    }
    return gradient;
  }

  /** What both learn from one batch. */
  private final class Round {
    private final Batch batch;
    private final long number;
    private Verdicts verdicts = Verdicts.NONE;

    Round(Batch batch, long number) {
      this.batch = batch;
      this.number = number;
    }

    /** The discriminator's last loss; it stops where that is not finite. */
    double ofDiscriminator(double rate, int step) {
      double value = 0;
      for (int taken = 0; Double.isFinite(value) && discriminatorLearns(taken); taken++) {
        value = improveDiscriminator(batch, rate, step);
        verdicts = verdicts(batch, number);
      }
      return value;
    }

    private boolean discriminatorLearns(int taken) {
      return recipe
          .balance()
          .discriminatorLearns(number, taken, verdicts.ofTruth(), verdicts.ofFused());
    }

    /** The generator's last gradient; it stops where that is not finite. */
    Gradient ofGenerator(double rate) {
      Gradient gradient = new Gradient(0, 0);
      for (int taken = 0; gradient.isFinite() && generatorLearns(taken); taken++) {
        gradient = improveGenerator(batch, rate);
        verdicts = verdicts(batch, number);
      }
      return gradient;
    }

    private boolean generatorLearns(int taken) {
      return recipe
          .balance()
          .generatorLearns(number, taken, verdicts.ofTruth(), verdicts.ofFused());
    }
  }

  private Verdicts verdicts(Batch batch, long number) {
    if (!recipe.balance().asksForVerdicts(number)) {
      return Verdicts.NONE;
    }
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Patches patches = patches(batch);
      Tensor fused = generator.forward(patches.over(), patches.under());
      return new Verdicts(
          discriminator.forward(patches.truth()).mean().item_double(),
          discriminator.forward(fused).mean().item_double());
    }
  }

  private double improveDiscriminator(Batch batch, double rate, int step) {
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

  private Gradient improveGenerator(Batch batch, double rate) {
    try (TensorScope scope = new TensorScope()) {
      generator.zero_grad(true);
      Patches patches = patches(batch);
      Tensor fused = generator.forward(patches.over(), patches.under());
      Tensor value = loss.generator(discriminator.forward(fused), fused, patches.truth());
      value.backward();
      Gradient gradient =
          new Gradient(value.item_double(), NetworkLearner.clipped(generator, plan));
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
      ScalarOptional least = new ScalarOptional(new Scalar(-recipe.weightLimit()));
      ScalarOptional most = new ScalarOptional(new Scalar(recipe.weightLimit()));
      Parameters.trainable(network).values().forEach(tensor -> tensor.clamp_(least, most));
    }
  }

  /** The running average of the generator, which is what training yields. */
  MefGan average() {
    return averaged;
  }

  @Override
  public void begin(SourcedWeights start) {
    throw new IllegalArgumentException(
        "MEF-GAN must start from fresh parameters: %s holds no discriminator"
            .formatted(start.source()));
  }

  @Override
  public Map<Part, Map<String, Parameter>> state() {
    Map<String, Parameter> networks = new LinkedHashMap<>();
    put(GENERATOR, Parameters.of(generator, Map.of()).tensors(), networks);
    put(DISCRIMINATOR, Parameters.of(discriminator, Map.of()).tensors(), networks);
    Map<String, Parameter> moments = new LinkedHashMap<>(adam.state());
    moments.put(UPDATES, new Parameter(new long[] {1}, new float[] {updates}));
    Map<Part, Map<String, Parameter>> state = new EnumMap<>(Part.class);
    state.put(Part.NETWORK, networks);
    state.put(Part.AVERAGE, averageParameters());
    state.put(Part.MOMENTS, moments);
    return state;
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

  @Override
  public Map<String, Parameter> averageParameters() {
    return Parameters.of(averaged, Map.of()).tensors();
  }

  @Override
  public void restore(Checkpoint checkpoint, String source) {
    Weights networks = checkpoint.part(Part.NETWORK);
    Parameters.load(generator, part(GENERATOR, networks), source);
    Parameters.load(discriminator, part(DISCRIMINATOR, networks), source);
    Parameters.load(averaged, checkpoint.part(Part.AVERAGE), source);
    Weights moments = checkpoint.part(Part.MOMENTS);
    adam.restore(moments);
    updates = Math.round(moments.tensor(UPDATES).values()[0]);
  }
}
