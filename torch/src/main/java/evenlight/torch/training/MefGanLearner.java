package evenlight.torch.training;

import evenlight.torch.loss.AdversarialBalance;
import evenlight.torch.network.MefGan;
import evenlight.torch.network.MefGanDiscriminator;
import evenlight.torch.network.Parameters;
import evenlight.torch.training.checkpoint.Checkpoint;
import evenlight.torch.training.checkpoint.Checkpoint.Part;
import evenlight.torch.training.data.Batch;
import evenlight.torch.training.optimizer.RunningAverage;
import evenlight.torch.weights.SourcedWeights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/**
 * Generator and discriminator of MEF-GAN: from each batch first one learns and then the other, as
 * often as {@link AdversarialBalance} says.
 */
final class MefGanLearner implements Learner<Batch> {
  private final MefGanRecipe recipe;
  private final MefGanDuel duel;
  private final MefGan averaged;
  private final RunningAverage average;

  /** A learner with fresh parameters from the plan's seed; make it outside any scope. */
  MefGanLearner(MefGanRecipe recipe, RecipePlan plan, Device device) {
    this.recipe = recipe;
    torch.manual_seed(plan.run().seed());
    MefGan generator = NetworkLearner.created(new MefGan(), device);
    averaged = NetworkLearner.created(new MefGan(), device);
    MefGanDiscriminator discriminator = NetworkLearner.created(new MefGanDiscriminator(), device);
    average = new RunningAverage(generator, averaged, plan.optimizer().emaDecay());
    duel = new MefGanDuel(recipe, plan.optimizer(), generator, discriminator, device);
  }

  /** Learns from one batch; loss and norm are the generator's when it learned last. */
  @Override
  public Gradient step(List<Batch> batches, double rate, int step) {
    duel.begin();
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
    private MefGanDuel.Verdicts verdicts = MefGanDuel.Verdicts.NONE;

    Round(Batch batch, long number) {
      this.batch = batch;
      this.number = number;
    }

    private void judge() {
      if (recipe.balance().asksForVerdicts(number)) {
        verdicts = duel.verdicts(batch);
      }
    }

    /** The discriminator's last loss; it stops where that is not finite. */
    double ofDiscriminator(double rate, int step) {
      double value = 0;
      for (int taken = 0; Double.isFinite(value) && discriminatorLearns(taken); taken++) {
        value = duel.improveDiscriminator(batch, rate, step);
        judge();
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
        gradient = duel.improveGenerator(batch, rate);
        judge();
      }
      return gradient;
    }

    private boolean generatorLearns(int taken) {
      return recipe
          .balance()
          .generatorLearns(number, taken, verdicts.ofTruth(), verdicts.ofFused());
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
    Map<Part, Map<String, Parameter>> state = new EnumMap<>(Part.class);
    state.put(Part.NETWORK, duel.networks());
    state.put(Part.AVERAGE, averageParameters());
    state.put(Part.MOMENTS, duel.moments());
    return state;
  }

  @Override
  public Map<String, Parameter> averageParameters() {
    return Parameters.of(averaged, Map.of()).tensors();
  }

  @Override
  public void restore(Checkpoint checkpoint, String source) {
    duel.restore(checkpoint.part(Part.NETWORK), checkpoint.part(Part.MOMENTS), source);
    Parameters.load(averaged, checkpoint.part(Part.AVERAGE), source);
  }
}
