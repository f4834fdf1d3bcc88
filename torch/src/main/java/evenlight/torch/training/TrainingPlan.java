package evenlight.torch.training;

import evenlight.json.JsonRecords;
import evenlight.torch.network.LcndrConfig;
import evenlight.torch.training.plan.Dtype;
import evenlight.torch.training.plan.LossPlan;
import evenlight.torch.training.plan.OptimizerPlan;
import evenlight.torch.training.plan.PatchPlan;
import evenlight.torch.training.plan.RunPlan;
import evenlight.torch.training.plan.TargetPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All that decides what training yields; the same plan, data and threads give the same weights. A
 * plan is a file, see docs/training.md.
 *
 * @param name what the plan is called: lower-case words joined by hyphens
 * @param network the network to train
 * @param loss what is made small
 * @param target the brightness that the loss asks for
 * @param patches what the network sees
 * @param optimizer how the parameters move
 * @param run how long
 */
public record TrainingPlan(
    String name,
    LcndrConfig network,
    LossPlan loss,
    TargetPlan target,
    PatchPlan patches,
    OptimizerPlan optimizer,
    RunPlan run) {

  /** Names of the plans that come with the project. */
  public static final List<String> NAMES = List.of("evenlight", "paper");

  /** Checks the name; the parts have checked themselves. */
  public TrainingPlan {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "name of a training plan must be lower-case words joined by hyphens, but is \"%s\""
              .formatted(name));
    }
  }

  /**
   * A plan that comes with the project.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static TrainingPlan named(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "the plan must be one of %s, but is \"%s\"".formatted(NAMES, name));
    }
    String resource = name + ".json";
    try (InputStream in = TrainingPlan.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the plan " + resource + " must be on the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A plan from a file, as {@link #toJson} writes it.
   *
   * @throws IOException if the file cannot be read; the message names it
   * @throws IllegalArgumentException if it is no plan; the message says what is wrong
   */
  public static TrainingPlan read(Path file) throws IOException {
    return parse(Files.readString(file), file.toString());
  }

  private static TrainingPlan parse(String json, String source) {
    try {
      return JsonRecords.read(json, TrainingPlan.class);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a training plan must be valid, but %s is not: %s".formatted(source, e.getMessage()), e);
    }
  }

  /** All components as JSON, one a line. */
  public String toJson() {
    return JsonRecords.writeIndented(this);
  }

  /** The same under another name. */
  public TrainingPlan withName(String newName) {
    return new TrainingPlan(newName, network, loss, target, patches, optimizer, run);
  }

  /** The same for another network. */
  public TrainingPlan withNetwork(LcndrConfig newNetwork) {
    return new TrainingPlan(name, newNetwork, loss, target, patches, optimizer, run);
  }

  /** The same with a number of steps instead of what it has. */
  public TrainingPlan withSteps(int steps) {
    return withRun(run.withSteps(steps));
  }

  /** The same with another seed. */
  public TrainingPlan withSeed(long seed) {
    return withRun(run.withSeed(seed));
  }

  /** The same with other numbers in the network. */
  public TrainingPlan withDtype(Dtype dtype) {
    return new TrainingPlan(name, network, loss, target, patches, optimizer.withDtype(dtype), run);
  }

  private TrainingPlan withRun(RunPlan newRun) {
    return new TrainingPlan(name, network, loss, target, patches, optimizer, newRun);
  }
}
