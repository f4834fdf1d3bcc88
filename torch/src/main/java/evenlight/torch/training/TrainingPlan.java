package evenlight.torch.training;

import evenlight.torch.loss.FusionLoss;
import evenlight.torch.loss.LcndrLoss;
import evenlight.torch.loss.MefSsimLoss;
import evenlight.torch.network.LcndrConfig;
import evenlight.torch.weights.JsonRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All that decides what training yields; the same plan, data and threads give the same weights.
 *
 * @param name what the plan is called
 * @param network the network to train
 * @param loss which loss is made small
 * @param steps updates of the parameters
 * @param batch patches per step
 * @param patch height and width of a patch; at least 64
 * @param learningRate of Adam (β 0.9 and 0.999); its peak where the schedule varies it
 * @param schedule how the learning rate changes over the steps
 * @param maxReduction patches are taken at a random whole reduction from 1 to this
 * @param pairing which frames of a bracket are paired
 * @param seed of the initial parameters and of every random choice
 */
public record TrainingPlan(
    String name,
    LcndrConfig network,
    Loss loss,
    int steps,
    int batch,
    int patch,
    double learningRate,
    Schedule schedule,
    int maxReduction,
    Pairing pairing,
    long seed) {

  /** Names of the plans that come with the project. */
  public static final List<String> NAMES = List.of("evenlight", "paper");

  /** The losses to choose from. */
  public enum Loss {
    /** Eq. (6) to (9) of the paper with its weights. */
    PAPER,
    /** MEF-SSIM, with a light hand on brightness. */
    MEF_SSIM;

    FusionLoss create() {
      return switch (this) {
        case PAPER -> new LcndrLoss(LcndrLoss.Config.paper());
        case MEF_SSIM -> new MefSsimLoss(new MefSsimLoss.Config(0.5, 5));
      };
    }
  }

  /** How the learning rate changes. */
  public enum Schedule {
    /** It does not. */
    CONSTANT,
    /** It rises over the first twentieth of the steps and falls along a half cosine to zero. */
    WARM_UP_AND_COSINE;

    double rate(int step, int steps) {
      if (this == CONSTANT) {
        return 1;
      }
      double warmUp = Math.max(1, steps / 20.0);
      if (step < warmUp) {
        return (step + 1) / warmUp;
      }
      return 0.5 * (1 + StrictMath.cos(Math.PI * (step - warmUp) / (steps - warmUp)));
    }
  }

  /** Which two frames of a bracket make a sample. */
  public enum Pairing {
    /** Always the scene's default pair. */
    DEFAULT,
    /** Half the time the default pair, half the time a random dark and a random bright frame. */
    MIXED
  }

  /** Checks the ranges. */
  public TrainingPlan {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "name of a training plan must be lower-case words joined by hyphens, but is \"%s\""
              .formatted(name));
    }
    requireAtLeast("steps", steps, 1);
    requireAtLeast("batch", batch, 1);
    requireAtLeast("patch", patch, 64);
    requireAtLeast("maxReduction", maxReduction, 1);
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException(
          "learningRate of a training plan must be above 0 and at most 1, but is " + learningRate);
    }
  }

  private static void requireAtLeast(String component, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s of a training plan must be at least %d, but is %d"
              .formatted(component, least, value));
    }
  }

  /**
   * A plan that comes with the project.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static TrainingPlan named(String name) {
    return switch (name) {
      case "evenlight" -> evenlight();
      case "paper" -> paper();
      default ->
          throw new IllegalArgumentException(
              "the plan must be one of %s, but is \"%s\"".formatted(NAMES, name));
    };
  }

  /** What ships. */
  public static TrainingPlan evenlight() {
    return new TrainingPlan(
        "evenlight",
        LcndrConfig.evenlight(),
        Loss.MEF_SSIM,
        4000,
        4,
        128,
        2e-3,
        Schedule.WARM_UP_AND_COSINE,
        4,
        Pairing.MIXED,
        1);
  }

  /**
   * Section IV-A of the paper: 256×256 patches, 16 at a time, Adam at 1e-4. One random patch per
   * picture and epoch, as in the released code; 500 epochs of 374 pairs are 12,000 steps.
   */
  public static TrainingPlan paper() {
    return new TrainingPlan(
        "paper",
        LcndrConfig.paper(),
        Loss.PAPER,
        12_000,
        16,
        256,
        1e-4,
        Schedule.CONSTANT,
        1,
        Pairing.DEFAULT,
        1);
  }

  /**
   * A plan from a file, as {@link #toJson} writes it.
   *
   * @throws IOException if the file cannot be read; the message names it
   * @throws IllegalArgumentException if it is no plan; the message says what is wrong
   */
  public static TrainingPlan read(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      return JsonRecords.read(text, TrainingPlan.class);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a training plan must be valid, but %s is not: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** All components as JSON. */
  public String toJson() {
    return JsonRecords.write(this);
  }

  /** The same with another number of steps. */
  public TrainingPlan withSteps(int newSteps) {
    return new TrainingPlan(
        name,
        network,
        loss,
        newSteps,
        batch,
        patch,
        learningRate,
        schedule,
        maxReduction,
        pairing,
        seed);
  }

  /** The same with another seed. */
  public TrainingPlan withSeed(long newSeed) {
    return new TrainingPlan(
        name,
        network,
        loss,
        steps,
        batch,
        patch,
        learningRate,
        schedule,
        maxReduction,
        pairing,
        newSeed);
  }

  /** The same under another name. */
  public TrainingPlan withName(String newName) {
    return new TrainingPlan(
        newName,
        network,
        loss,
        steps,
        batch,
        patch,
        learningRate,
        schedule,
        maxReduction,
        pairing,
        seed);
  }

  /** The same for another network. */
  public TrainingPlan withNetwork(LcndrConfig newNetwork) {
    return new TrainingPlan(
        name,
        newNetwork,
        loss,
        steps,
        batch,
        patch,
        learningRate,
        schedule,
        maxReduction,
        pairing,
        seed);
  }
}
