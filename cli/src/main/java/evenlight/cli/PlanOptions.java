package evenlight.cli;

import evenlight.torch.training.TrainingPlan;
import evenlight.torch.training.plan.Dtype;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** By which plan a network is trained, and what replaces parts of it. */
final class PlanOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--plan",
      paramLabel = "NAME|FILE",
      defaultValue = "evenlight",
      description = {
        "How to train: evenlight, what ships; paper; a network of others (cf-net, mef-gan, mef-net,",
        "pmgi, sd-net, u2fusion, or each with -full behind it for a GPU); what finds motion",
        "(raft-small, then from its weights raft-small-wide, then raft-small-fine); or a file as",
        "train writes it (PLAN.json).",
        "Default: ${DEFAULT-VALUE}."
      })
  private String plan;

  @Option(names = "--steps", paramLabel = "N", description = "Steps, instead of the plan's.")
  private Optional<Integer> steps;

  @Option(names = "--seed", paramLabel = "N", description = "Seed, instead of the plan's.")
  private Optional<Long> seed;

  @Option(
      names = "--dtype",
      paramLabel = "fp32|bf16",
      description = "The numbers that the network computes in, instead of the plan's.")
  private Optional<Dtype> dtype;

  /**
   * The plan with all replacements.
   *
   * @param start hash of the weights to start from, if any are given
   * @throws ParameterException if there is no such plan, or a value is out of range
   * @throws IOException if its file cannot be read
   */
  TrainingPlan effective(Optional<String> start) throws IOException {
    try {
      TrainingPlan effective = base();
      if (steps.isPresent()) {
        effective = effective.withSteps(steps.get());
      }
      if (seed.isPresent()) {
        effective = effective.withSeed(seed.get());
      }
      if (start.isPresent()) {
        effective = effective.withRun(effective.run().withStart(start.get()));
      }
      return dtype.isPresent() ? effective.withDtype(dtype.get()) : effective;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), FailureMessage.of(e), e);
    }
  }

  private TrainingPlan base() throws IOException {
    boolean isFile = !TrainingPlan.NAMES.contains(plan) && Files.isRegularFile(Path.of(plan));
    return isFile || plan.endsWith(".json")
        ? TrainingPlan.read(Path.of(plan))
        : TrainingPlan.named(plan);
  }
}
