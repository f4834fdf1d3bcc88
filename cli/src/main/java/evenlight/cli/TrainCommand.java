package evenlight.cli;

import evenlight.dataset.Scene;
import evenlight.torch.training.Trainer;
import evenlight.torch.training.TrainerSettings;
import evenlight.torch.training.TrainingPlan;
import evenlight.torch.training.checkpoint.CheckpointFolder;
import evenlight.torch.training.report.RunRecord;
import evenlight.torch.weights.SourcedWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
      "Trains a network on a folder of brackets and writes PLAN.safetensors, its model card",
      "PLAN.md, the plan itself, PLAN.json, the list of all files with their hashes, PLAN.data.tsv,"
          + " and",
      "checkpoints from which a run that was stopped goes on with --resume.",
      "A table DIR.tsv beside the folder may name each scene's default pair (under, over) and its",
      "use (split: train or val).",
      "Prints the path of the weights, which fuse takes with --weights."
    },
    footer = {
      "",
      "Examples:",
      "  evenlight train --data brackets -o weights",
      "  evenlight train --data brackets -o weights --time 90m",
      "  evenlight train --data brackets -o weights --resume",
      "  evenlight train --data mine -o weights --from weights/evenlight.safetensors --steps 500"
    })
final class TrainCommand implements Callable<Integer> {
  private static final int MEBIBYTE_BITS = 20;

  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;
  @Mixin private PlanOptions plans;
  @Mixin private DeviceOptions where;
  @Mixin private OutputFolderOption output;
  @Mixin private Messages messages;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "Steps between checkpoints, the last two of which are kept (default: ${DEFAULT-VALUE}).")
  private int checkpointEvery;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = {
        "Start from these weights (.safetensors) of the same network instead of fresh parameters;",
        "their SHA-256 becomes part of the plan."
      })
  private Optional<Path> from = Optional.empty();

  @Option(
      names = "--resume",
      description = "Go on from the newest checkpoint in DIR; plan and data must be the same.")
  private boolean resume;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stop after this time (90m, 2h30m), for --resume to go on.")
  private Optional<Duration> time;

  @Option(
      names = "--cache",
      paramLabel = "MIB",
      defaultValue = "1024",
      description = {
        "Memory for decoded frames in MiB; those that do not fit are decoded again when needed",
        "(default: ${DEFAULT-VALUE})."
      })
  private int cache;

  @Option(names = "--overwrite", description = "Replace weights and checkpoints that are there.")
  private boolean overwrite;

  @Override
  public Integer call() throws IOException {
    Optional<SourcedWeights> start =
        from.isPresent() ? Optional.of(SourcedWeights.ofFile(from.get())) : Optional.empty();
    TrainingPlan plan = plans.effective(start.map(SourcedWeights::hash));
    TrainerSettings settings = settings();
    requireFree(plan.name());
    List<Scene> scenes = data.read().requireWhole();
    Path folder = output.folder();
    Files.createDirectories(folder);
    messages.detail("plan %s on %d scenes", plan.name(), scenes.size());
    try (TrainingProgress progress = new TrainingProgress(messages);
        RunRecord record = new RunRecord(folder)) {
      Trainer trainer = new Trainer(plan, folder, settings, List.of(progress, record));
      messages.result(trainer.train(scenes, start).toString());
    }
    return 0;
  }

  private TrainerSettings settings() {
    int threads = where.threads();
    try {
      return new TrainerSettings(
          where.device(), threads, checkpointEvery, time, (long) cache << MEBIBYTE_BITS, resume);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), FailureMessage.of(e), e);
    }
  }

  private void requireFree(String plan) throws IOException {
    if (overwrite || resume) {
      return;
    }
    Path weights = output.folder().resolve(plan + ".safetensors");
    if (Files.exists(weights)) {
      throw new IOException(weights + " already exists; --overwrite replaces it");
    }
    CheckpointFolder checkpoints = CheckpointFolder.of(output.folder(), plan);
    if (!checkpoints.isEmpty()) {
      throw new IOException(
          checkpoints.path()
              + " holds checkpoints of a run that did not end; --resume goes on, --overwrite"
              + " starts anew");
    }
  }
}
