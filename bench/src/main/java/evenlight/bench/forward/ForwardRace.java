package evenlight.bench.forward;

import evenlight.bench.Machine;
import evenlight.bench.Quartiles;
import evenlight.torch.network.Lcndr;
import evenlight.torch.network.LcndrConfig;
import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.Autocast;
import evenlight.torch.tensor.Cpu;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times networks at full resolution beside plain convolutions with as many multiplications. */
@Command(
    name = "bench-forward",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the way forward through LCNDR beside plain convolutions, by turns.")
public final class ForwardRace implements Callable<Integer> {
  private static final int TILE = 512;
  private static final String PLAIN = "plain convolutions";

  @Option(names = "--side", defaultValue = "1000", description = "Rows and columns (1000).")
  private int side;

  @Option(names = "--runs", defaultValue = "5", description = "Runs that count (default: 5).")
  private int runs;

  @Option(names = "--threads", defaultValue = "0", description = "Threads; 0: one per core.")
  private int threads;

  @Option(
      names = {"-o", "--output"},
      defaultValue = Machine.CHECKOUT + "/bench/results/forward.md",
      description = "The file for the table (default: ${DEFAULT-VALUE}).")
  private Path output;

  /** Runs the comparison and ends with 0 if all went well. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ForwardRace()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Natives.useThreads(threads);
    Machine machine = Machine.here();
    List<String> rows = new ArrayList<>(rows("as shipped", LcndrConfig.evenlight()));
    rows.addAll(rows("of the paper", LcndrConfig.paper()));
    Files.createDirectories(output.toAbsolutePath().getParent());
    Files.writeString(output, markdown(machine, String.join("\n", rows)));
    return 0;
  }

  private List<String> rows(String name, LcndrConfig config) {
    Lcndr network = new Lcndr(config);
    network.eval();
    Parameters.layChannelsLast(network);
    PlainStack stack = new PlainStack(network);
    double multiplications = PlainStack.multiplications(network);
    double share = multiplications / stack.multiplications();
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (int run = 0; run <= runs; run++) {
      boolean counts = run > 0;
      add(seconds, PLAIN, counts, share * seconds(() -> stack.forward(side)));
      add(seconds, "whole", counts, seconds(() -> forward(network, side)));
      add(seconds, "tiles", counts, seconds(() -> forward(network, TILE)));
      if (Cpu.computesInBf16()) {
        add(seconds, PLAIN + ", bf16", counts, share * inBf16(() -> stack.forward(side)));
        add(seconds, "tiles, bf16", counts, inBf16(() -> forward(network, TILE)));
      }
    }
    double plain = Quartiles.of(seconds.getOrDefault(PLAIN, List.of())).median();
    List<String> rows = new ArrayList<>();
    seconds.forEach((way, times) -> rows.add(row(name, way, times, multiplications, plain)));
    return rows;
  }

  private static void add(
      Map<String, List<Double>> seconds, String way, boolean counts, double time) {
    if (counts) {
      seconds.computeIfAbsent(way, key -> new ArrayList<>()).add(time);
    }
  }

  private void forward(Lcndr network, int tile) {
    Tensor over = torch.rand(1, 1, side, side);
    Tensor under = torch.rand(1, 1, side, side);
    network.forwardTiled(over, under, tile);
  }

  private static double inBf16(Runnable work) {
    try (TensorScope scope = new TensorScope();
        Autocast autocast = new Autocast(torch.zeros(1))) {
      return seconds(work);
    }
  }

  private static double seconds(Runnable work) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      long start = System.nanoTime();
      work.run();
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private String row(
      String name, String way, List<Double> times, double multiplications, double plain) {
    double median = Quartiles.of(times).median();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.2f | %.0f | %.2f |",
        name,
        way,
        median,
        2e-9 * multiplications * side * side / median,
        median / plain);
  }

  private String markdown(Machine machine, String rows) {
    return """
        # The way forward

        LCNDR on two exposures of %d×%d in full resolution, as a whole and in tiles, and 3×3 convolutions of the network's width with
        as many multiplications, one after the other with nothing between; by turns, medians of %d runs after one to warm up.

        %s

        | network | computed | seconds | GFLOP/s | times the plain convolutions |
        |---|---|---|---|---|
        %s
        """
        .formatted(side, side, runs, machine.markdown(), rows);
  }
}
