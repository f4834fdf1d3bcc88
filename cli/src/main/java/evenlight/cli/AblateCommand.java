package evenlight.cli;

import evenlight.dataset.Dataset;
import evenlight.torch.ablation.AblationPlan;
import evenlight.torch.ablation.AblationStudy;
import evenlight.torch.ablation.StudyData;
import java.io.IOException;
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

/** Trains and scores every variant of the network that the paper's ablations compare. */
@Command(
    name = "ablate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Trains every variant of LCNDR that the paper's ablations compare (Tables IV, V and VI, and",
      "Fig. 8), each once by the same plan and with the same seeds, and scores them on a test",
      "folder by MEF-SSIM, PSNR, MI and CC. Writes ablation.md, ablation.csv and ablation.tex with",
      "mean and standard deviation over the seeds, runs.csv, colour-shares.csv, and sheets of",
      "pictures with enlarged details. Prints the tables.",
      "A run that was stopped goes on where it was when the same command is given again; --seeds",
      "may be another number then."
    },
    footer = {
      "",
      "Example:",
      "  evenlight ablate --plan runs/ablation.json --data brackets --test scenes -o ablation"
    })
final class AblateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOptions data;
  @Mixin private PlanOptions plans;
  @Mixin private DeviceOptions where;
  @Mixin private OutputFolderOption output;
  @Mixin private Messages messages;

  @Option(
      names = "--test",
      paramLabel = "DIR",
      required = true,
      description = "The scenes to score on, not among those of --data: a folder, or a manifest.")
  private Path test;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      description = "With how many seeds each network is trained (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Override
  public Integer call() throws IOException, InterruptedException {
    AblationPlan ablation = ablationPlan();
    int threads = where.threads();
    Dataset training = data.read();
    training.requireWhole();
    AblationStudy study =
        new AblationStudy(
            ablation,
            StudyData.of(training),
            StudyData.of(Dataset.read(test)),
            output.folder(),
            Version.number());
    List<String> shared = study.sharedScenes();
    if (!shared.isEmpty()) {
      messages.note("test scenes with a frame that is also in the data: " + shared);
    }
    AblationStudy.Outcome outcome;
    try (AblationProgress progress = new AblationProgress(messages)) {
      outcome = study.run(where.device(), threads, where.threadCount(), progress);
      progress.summarise();
    }
    messages.result(outcome.markdown());
    messages.note("the tables are in " + output.folder());
    return outcome.failures() == 0 ? 0 : Main.SOME_FAILED;
  }

  private AblationPlan ablationPlan() throws IOException {
    try {
      return new AblationPlan(plans.effective(Optional.empty()), seeds);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), FailureMessage.of(e), e);
    }
  }
}
