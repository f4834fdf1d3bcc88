package evenlight.cli;

import evenlight.dataset.Scene;
import evenlight.torch.training.Trainer;
import evenlight.torch.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a network and writes its weights and model card; prints the weights' path. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Trains LCNDR on a folder of brackets and writes PLAN.safetensors, its model card",
      "PLAN.md and the plan itself, PLAN.json.",
      "A table DIR.tsv beside the folder may name each scene's default pair (under, over) and its",
      "use (split: train or val).",
      "Prints the path of the weights, which fuse takes with --weights."
    },
    footer = {"", "Example:", "  evenlight train --data brackets -o weights --steps 4000"})
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;
  @Mixin private DeviceOptions where;
  @Mixin private Messages messages;

  @Option(
      names = "--plan",
      paramLabel = "NAME|FILE",
      defaultValue = "evenlight",
      description = {
        "How to train: evenlight, what ships; paper; or a file as train writes it (PLAN.json).",
        "Default: ${DEFAULT-VALUE}."
      })
  private String plan;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder to write to; made if it does not exist.")
  private Path output;

  @Option(names = "--steps", paramLabel = "N", description = "Steps, instead of the plan's.")
  private Optional<Integer> steps;

  @Option(names = "--seed", paramLabel = "N", description = "Seed, instead of the plan's.")
  private Optional<Long> seed;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      defaultValue = "500",
      description = "Steps between checkpoints and validations (default: ${DEFAULT-VALUE}).")
  private int checkpointEvery;

  @Option(names = "--overwrite", description = "Replace weights that are there already.")
  private boolean overwrite;

  @Override
  public Integer call() throws IOException {
    TrainingPlan effective = effectivePlan();
    int threads = where.threads();
    Path weights = output.resolve(effective.name() + ".safetensors");
    if (Files.exists(weights) && !overwrite) {
      throw new IOException(weights + " already exists; --overwrite replaces it");
    }
    List<Scene> scenes = data.read().requireWhole();
    Files.createDirectories(output);
    messages.detail("%s on %d scenes", effective, scenes.size());
    try (TrainingProgress progress = new TrainingProgress(messages, effective.steps())) {
      Trainer trainer = new Trainer(effective, output, checkpointEvery, progress);
      messages.result(trainer.train(scenes, where.device(), threads).toString());
    }
    return 0;
  }

  private TrainingPlan effectivePlan() throws IOException {
    try {
      TrainingPlan named =
          plan.endsWith(".json") ? TrainingPlan.read(Path.of(plan)) : TrainingPlan.named(plan);
      if (checkpointEvery < 1) {
        throw new IllegalArgumentException(
            "checkpoints must be at least 1 step apart, but are " + checkpointEvery);
      }
      return named.withSteps(steps.orElse(named.steps())).withSeed(seed.orElse(named.seed()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), FailureMessage.of(e), e);
    }
  }
}
