package evenlight.bench.training;

import evenlight.bench.Machine;
import evenlight.bench.WorkFolder;
import evenlight.torch.tensor.Natives;
import evenlight.torch.training.TrainingPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times a step of the plan that ships beside the same network, batch and loss in PyTorch. */
@Command(
    name = "bench-training",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures a step of training here and in PyTorch, by turns.",
    footer = {"", "Example:", "  runs/bench-training.sh --python python3"})
public final class TrainingRace implements Callable<Integer> {
  private static final TrainingPlan PLAN = TrainingPlan.named("evenlight");

  @Option(names = "--python", defaultValue = "python3", description = "A Python with PyTorch.")
  private String python;

  @Option(names = "--rounds", defaultValue = "5", description = "Turns of each (default: 5).")
  private int rounds;

  @Option(names = "--steps", defaultValue = "30", description = "Steps a turn (default: 30).")
  private int steps;

  @Option(names = "--threads", defaultValue = "1", description = "Threads (default: 1).")
  private int threads;

  @Option(names = "--scripts", defaultValue = Machine.CHECKOUT + "/bench/pytorch", hidden = true)
  private Path scripts;

  @Option(
      names = {"-o", "--output"},
      defaultValue = Machine.CHECKOUT + "/bench/results/training-step.md",
      description = "The file for the table (default: ${DEFAULT-VALUE}).")
  private Path output;

  /** Runs the comparison and ends with 0 if all went well. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TrainingRace()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, List<StepTime>> times = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      times.computeIfAbsent("Evenlight", name -> new ArrayList<>()).add(evenlight());
      times.computeIfAbsent("PyTorch", name -> new ArrayList<>()).add(pytorch());
    }
    Files.createDirectories(output.toAbsolutePath().getParent());
    Files.writeString(output, markdown(times));
    return 0;
  }

  private StepTime evenlight() throws IOException {
    try (WorkFolder folder = WorkFolder.make("evenlight-training")) {
      Natives.useThreads(threads);
      double step = EvenlightStep.seconds(PLAN, steps, threads, folder.path());
      return new StepTime(step, PlainConvolution.seconds(steps));
    }
  }

  private StepTime pytorch() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            python,
            scripts.resolve("training_step.py").toString(),
            "--threads=" + threads,
            "--steps=" + steps,
            "--batch=" + PLAN.patches().batch(),
            "--size=" + PLAN.patches().size());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("PyTorch's step must run, but %s failed".formatted(command));
    }
    String[] seconds = answer.strip().split(" ", -1);
    return new StepTime(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]));
  }

  private String markdown(Map<String, List<StepTime>> times) throws IOException {
    return """
        # A step of training

        The plan `evenlight` (%d patches of %d×%d; way through, loss, way back, clipping, Adam, average) as `evenlight train` runs it,
        loading included, and the same network, loss and update in PyTorch (bench/pytorch), by turns: medians over %d rounds of %d
        steps. Beside it, in the same process, a plain convolution of %.1f GFLOP: a step counted in such convolutions is what is left
        when the machine and its other work are taken out.

        %s
        - %d threads

        | program | step, s | convolution, GFLOP/s | step in convolutions |
        |---|---|---|---|
        %s
        """
        .formatted(
            PLAN.patches().batch(),
            PLAN.patches().size(),
            PLAN.patches().size(),
            rounds,
            steps,
            PlainConvolution.GFLOP,
            Machine.here().markdown(),
            threads,
            times.entrySet().stream().map(TrainingRace::row).collect(Collectors.joining("\n")));
  }

  private static String row(Map.Entry<String, List<StepTime>> entry) {
    StepTime median = StepTime.medianOf(entry.getValue());
    List<Double> ratios = entry.getValue().stream().map(StepTime::ratio).sorted().toList();
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.0f | %.2f (%.2f to %.2f) |",
        entry.getKey(),
        median.step(),
        PlainConvolution.GFLOP / median.convolution(),
        ratios.get(ratios.size() / 2),
        ratios.get(0),
        ratios.get(ratios.size() - 1));
  }
}
