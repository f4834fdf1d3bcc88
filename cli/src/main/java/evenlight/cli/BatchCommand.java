package evenlight.cli;

import evenlight.card.FoundCard;
import evenlight.card.FoundSet;
import evenlight.card.SetManifest;
import evenlight.card.ShotReader;
import evenlight.card.report.BatchPage;
import evenlight.card.report.BatchSummary;
import evenlight.card.report.BatchSummary.Remark;
import evenlight.card.report.BatchSummary.SetSummary;
import evenlight.image.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds the brackets of a card and fuses each of them. */
@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Finds the brackets among the photographs of folders and fuses each of them, named after its",
      "first photograph. Prints the paths of the pictures.",
      "A set that fails is a line and the others go on (exit code 3). A batch that was stopped goes",
      "on with --resume."
    },
    footer = {
      "",
      "Examples:",
      "  evenlight batch DCIM --dry-run > sets.csv",
      "  evenlight batch DCIM -o fused --report fused.html",
      "  evenlight batch --manifest sets.csv -o fused --format tif"
    })
final class BatchCommand implements Callable<Integer> {
  /** Options of the fusion that name one file, which is of one bracket. */
  private static final List<String> OF_ONE_BRACKET =
      List.of("--save-transforms", "--use-transforms", GhostOptions.MASK);

  @Spec private CommandSpec spec;
  @Mixin private SetOptions sets;
  @Mixin private BatchOutputOptions output;
  @Mixin private PipelineOptions pipeline;
  @Mixin private Messages messages;

  @Option(
      names = "--dry-run",
      description = {
        "Fuse nothing; print the sets as a table (CSV: set,file,ev,confidence) that --manifest takes",
        "back."
      })
  private boolean dryRun;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "How many sets are fused at a time (default: ${DEFAULT-VALUE}); each needs the memory of",
        "one fusion."
      })
  private int jobs;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write a page with all sets, their photographs and results.")
  private Optional<Path> report;

  @Option(names = "--json", description = "Print what was found and done as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    final long start = System.nanoTime();
    pipeline.check();
    check();
    SetOptions.Found found = sets.find(output.folder(), messages);
    found.unreadable().forEach(one -> messages.note("left out: " + one.reason()));
    if (dryRun) {
      messages.result(SetManifest.csv(found.card()).stripTrailing());
      return 0;
    }
    List<SetSummary> done = fuse(found.card());
    BatchSummary summary =
        new BatchSummary(
            Version.number(),
            pipeline.methodId(),
            done,
            found.card().singles().stream()
                .map(single -> new Remark(single.shot().file().toString(), single.reason()))
                .toList(),
            found.unreadable().stream().map(BatchCommand::remark).toList(),
            FusionRun.secondsSince(start));
    tell(summary);
    return summary.allWell() ? 0 : Main.SOME_FAILED;
  }

  private void check() throws IOException {
    sets.check();
    for (String option : OF_ONE_BRACKET) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new ParameterException(
            spec.commandLine(), option + " must be of one bracket and is not for a batch");
      }
    }
    if (jobs < 1) {
      throw new ParameterException(
          spec.commandLine(), "the jobs must be 1 or more, but are " + jobs);
    }
    if (!dryRun) {
      output.target("any");
    }
    output.requireApartFrom(sets.folders());
    output.requireWritable();
    if (report.isPresent() && !goesIntoTheNewFolder(report.get())) {
      AtomicFile.requireWritable(report.get(), output.overwrite() || output.resume());
    }
  }

  /** Whether a file goes into the folder of the pictures, which is still to be made. */
  private boolean goesIntoTheNewFolder(Path file) {
    return output
        .folder()
        .map(folder -> folder.toAbsolutePath().normalize())
        .filter(folder -> folder.equals(file.toAbsolutePath().normalize().getParent()))
        .filter(folder -> !Files.exists(folder))
        .isPresent();
  }

  private List<SetSummary> fuse(FoundCard card) throws IOException, InterruptedException {
    List<FoundSet> sure = card.sets().stream().filter(sets::isSure).toList();
    output.requireNew(sure);
    String settings = SettingsText.of(spec, pipeline.create());
    List<SetSummary> fused;
    try (BatchFolder folder = BatchFolder.open(output.requiredFolder());
        BatchProgress progress = new BatchProgress(messages, sure.size(), !json)) {
      fused = new BatchRun(pipeline, output, folder, settings, messages).run(sure, jobs, progress);
    }
    Iterator<SetSummary> next = fused.iterator();
    List<SetSummary> all = new ArrayList<>();
    for (FoundSet set : card.sets()) {
      all.add(sets.isSure(set) ? next.next() : BatchRun.unsure(set));
    }
    return all;
  }

  private void tell(BatchSummary summary) throws IOException {
    if (json) {
      messages.result(Json.of(summary));
    }
    messages.note(summary.line());
    if (report.isPresent()) {
      messages.progress("writing the report");
      BatchPage.write(summary, report.get());
      messages.note("the report is " + report.get());
    }
  }

  private static Remark remark(ShotReader.Unreadable unreadable) {
    return new Remark(unreadable.file().toString(), unreadable.reason());
  }
}
