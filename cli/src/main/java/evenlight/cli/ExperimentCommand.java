package evenlight.cli;

import evenlight.dataset.Dataset;
import evenlight.experiment.Experiment;
import evenlight.experiment.ExperimentReport;
import evenlight.experiment.Experiments;
import evenlight.experiment.Laboratory;
import evenlight.experiment.Section;
import evenlight.fusion.FusionSettings;
import evenlight.image.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs experiments of the LCNDR paper. */
@Command(
    name = "experiment",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Runs experiments of the LCNDR paper's section IV on your data and sets every number beside",
      "the one that the paper printed: table1, table2, table3, table7, figure4, figure5, figure8,",
      "figure10, figure11, figure12, figure13, or all. Writes DIR/report.html, and for each experiment",
      "its tables as CSV, Markdown and LaTeX and its figures as PNG and SVG. A method that cannot run",
      "is a line that says why.",
      "An experiment whose data is missing is told, and the others go on (exit code 3)."
    },
    footer = {
      "",
      "Examples:",
      "  evenlight experiment table1 figure4 --data pairs --sice sice -o experiments",
      "  evenlight experiment figure11 --data brackets -o experiments --resume",
      "  evenlight experiment figure12 figure13 --unaligned handheld -o experiments"
    })
final class ExperimentCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LayoutOption layout;
  @Mixin private DeviceOptions where;
  @Mixin private WeightsFolderOption weights;
  @Mixin private OutputFolderOption output;
  @Mixin private Messages messages;

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "Which experiments, or all.")
  private List<String> names = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The scenes: a folder, or a manifest file. Only figure12 and figure13 need none.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--sice",
      paramLabel = "DIR",
      description = "Scenes with a ground truth; without it, those of --data that have one.")
  private Optional<Path> sice = Optional.empty();

  @Option(
      names = "--unaligned",
      paramLabel = "DIR",
      description = {
        "A folder of scenes, a folder of two or more photographs each, that do not lie over one",
        "another: for figure12 and figure13."
      })
  private Optional<Path> unaligned = Optional.empty();

  @Option(
      names = "--resume",
      description = "Go on in a folder that holds experiments: what is there is not done again.")
  private boolean resume;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Experiment> experiments = experiments();
    AtomicFile.makeFolder(output.folder());
    if (!resume && Laboratory.hasWorkedIn(output.folder())) {
      throw new IOException(
          "the output must be a new folder, but %s holds experiments; --resume goes on there"
              .formatted(output.folder()));
    }
    Optional<Dataset> pairs =
        data.isPresent() ? Optional.of(layout.read(data.get())) : Optional.empty();
    Optional<Dataset> truth = sice.isPresent() ? Optional.of(Dataset.read(sice.get())) : pairs;
    FusionSettings settings =
        new FusionSettings(
            Optional.empty(), weights.given(), where.device(), where.threads(), Map.of());
    return run(experiments, new Laboratory.Scenes(pairs, truth, unaligned), settings);
  }

  private int run(List<Experiment> experiments, Laboratory.Scenes scenes, FusionSettings settings)
      throws IOException, InterruptedException {
    ExperimentReport report = new ExperimentReport(output.folder());
    List<Section> sections = new ArrayList<>();
    int failed = 0;
    try (ExperimentProgress progress = new ExperimentProgress(messages)) {
      Laboratory laboratory =
          new Laboratory(
              scenes,
              settings,
              output.folder(),
              new Laboratory.Work(Version.number(), where.threadCount(), progress));
      for (Experiment experiment : experiments) {
        messages.detail("%s", experiment.title());
        try {
          Section section = experiment.run(laboratory);
          report.write(section);
          sections.add(section);
        } catch (IOException | IllegalArgumentException e) {
          failed++;
          messages.note("%s failed: %s".formatted(experiment.id(), FailureMessage.of(e)));
        }
      }
    }
    for (Section section : sections) {
      messages.result(ExperimentReport.markdown(section));
    }
    messages.note("the report is " + report.writePage(sections));
    return failed == 0 ? 0 : Main.SOME_FAILED;
  }

  private List<Experiment> experiments() {
    try {
      return Experiments.named(names);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), FailureMessage.of(e), e);
    }
  }
}
