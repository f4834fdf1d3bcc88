package evenlight.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares methods with each other and with other programs on given photographs. */
@Command(
    name = "bench-fusion",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures time and peak memory of fusing photographs, by programs side by side.",
    footer = {
      "",
      "Example:",
      "  runs/bench-fusion.sh -m mespd --megapixels 1,3,12 dark.jpg middle.jpg bright.jpg"
    })
public final class Main implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "2..*", paramLabel = "IMAGE", description = "The exposures of a bracket.")
  private List<Path> exposures;

  @Option(
      names = {"-m", "--method"},
      split = ",",
      paramLabel = "METHOD",
      description = "Methods of Evenlight in a bare Java, separated by commas.")
  private List<String> methods = List.of();

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "PEER",
      defaultValue = "enfuse,opencv",
      description = "Other programs: enfuse, opencv, none (default: ${DEFAULT-VALUE}).")
  private List<String> peers;

  @Option(
      names = "--megapixels",
      split = ",",
      paramLabel = "MP",
      description = "Sizes to make of the exposures by mirrored tiles; without: their own size.")
  private List<Double> sizes = List.of();

  @Option(
      names = "--format",
      defaultValue = "jpg",
      description = "Files of made sizes: jpg, png or tif (default: ${DEFAULT-VALUE}).")
  private String format;

  @Option(
      names = "--result",
      defaultValue = "tif",
      description = "Files that are written: jpg, png or tif (default: ${DEFAULT-VALUE}).")
  private String result;

  @Option(
      names = "--launcher",
      paramLabel = "FILE",
      description = "A distribution's bin/evenlight: its fuse takes part, too.")
  private Optional<Path> launcher = Optional.empty();

  @Option(
      names = "--fuse",
      paramLabel = "OPTIONS",
      description = "Options of that fuse, separated by spaces; repeatable (default: none).")
  private List<String> fuses = List.of("");

  @Option(names = "--runs", defaultValue = "5", description = "Runs that count (default: 5).")
  private int runs;

  @Option(
      names = "--java-option",
      paramLabel = "OPTION",
      description = "An option for the Java that runs Evenlight, such as -Xmx2g; repeatable.")
  private List<String> javaOptions = List.of();

  @Option(
      names = {"-o", "--output"},
      defaultValue = Machine.CHECKOUT + "/bench/results",
      description = "Folder for the results (default: ${DEFAULT-VALUE}).")
  private Path output;

  @Option(
      names = "--name",
      defaultValue = "fusion",
      description = "Name of the results' files (default: ${DEFAULT-VALUE}).")
  private String name;

  /** Runs the comparison and ends with 0 if all went well. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Machine machine = Machine.here();
    List<Contestant> contestants = contestants(machine.commit());
    Race race = new Race(contestants, runs, result, err::println);
    try (WorkFolder work = WorkFolder.make("bench-fusion")) {
      Path folder = work.path();
      List<Series> series = new ArrayList<>();
      for (double size : sizes) {
        List<Path> files = MirroredTiles.write(exposures, size, folder, format);
        series.addAll(race.run(files, size, folder));
      }
      if (sizes.isEmpty()) {
        series.addAll(race.run(exposures, MirroredTiles.megapixels(exposures.get(0)), folder));
      }
      Report report = new Report(machine, versions(contestants), input(), runs, series);
      report.write(output, name);
      spec.commandLine().getOut().println(report.markdown());
    }
    return 0;
  }

  private List<Contestant> contestants(String commit) throws IOException {
    List<Contestant> contestants = new ArrayList<>();
    if (launcher.isPresent()) {
      for (String options : fuses) {
        List<String> words = options.isBlank() ? List.of() : List.of(options.split(" +", -1));
        contestants.add(Contestant.commandLine(launcher.get().toAbsolutePath(), commit, words));
      }
    }
    for (String method : methods) {
      contestants.add(Contestant.evenlight(method, commit, javaOptions));
    }
    for (String peer : peers) {
      switch (peer) {
        case "enfuse" -> contestants.add(Contestant.enfuse());
        case "opencv" -> contestants.add(Contestant.openCv());
        case "none" -> {}
        default ->
            throw new CommandLine.ParameterException(
                spec.commandLine(),
                "a peer must be enfuse, opencv or none, but is \"" + peer + "\"");
      }
    }
    return contestants;
  }

  private static Map<String, String> versions(List<Contestant> contestants) {
    Map<String, String> versions = new LinkedHashMap<>();
    contestants.forEach(contestant -> versions.put(contestant.name(), contestant.version()));
    return versions;
  }

  private String input() {
    String files =
        String.join(", ", exposures.stream().map(file -> file.getFileName().toString()).toList());
    String made = sizes.isEmpty() ? files : files + ", mirrored tiles as " + format;
    return made + "; results as " + result;
  }
}
