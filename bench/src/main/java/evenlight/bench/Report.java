package evenlight.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that a comparison found.
 *
 * @param machine where and when
 * @param versions of the contestants, by name
 * @param input what was fused
 * @param runs of each contestant on each bracket that count
 * @param series what was measured
 */
record Report(
    Machine machine, Map<String, String> versions, String input, int runs, List<Series> series) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  Report {
    series = List.copyOf(series);
  }

  /** Writes NAME.json, every run, and NAME.md, a table of medians. */
  void write(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(name + ".json"), JSON.writeValueAsString(this) + System.lineSeparator());
    Files.writeString(folder.resolve(name + ".md"), markdown());
  }

  /** A table with a line for each series, under what it was measured on. */
  String markdown() {
    return """
        # Fusion, end to end

        Reading photographs, fusing them and writing the result, each run a process of its own, from its start. Median of %d runs
        after one to warm up, with the interquartile range; order alternated.

        - %s, commit %s
        - %s, %d cores, %s; load average before: %.1f
        - JDK %s
        - input: %s
        - %s

        | contestant | exposures × megapixels | seconds | IQR | seconds per megapixel | peak memory, MB |
        |---|---|---|---|---|---|
        %s
        """
        .formatted(
            runs,
            machine.date(),
            machine.commit(),
            machine.cpu(),
            machine.cores(),
            machine.system(),
            machine.load(),
            machine.jdk(),
            input,
            versions.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ")),
            series.stream().map(Report::line).collect(Collectors.joining("\n")));
  }

  private static String line(Series series) {
    Quartiles seconds = Quartiles.of(series.seconds());
    return String.format(
        Locale.ROOT,
        "| %s | %d × %.1f | %.2f | %.2f | %.3f | %.0f |",
        series.contestant(),
        series.exposures(),
        series.megapixels(),
        seconds.median(),
        seconds.range(),
        seconds.median() / series.megapixels(),
        Quartiles.of(series.peakMegabytes()).median());
  }
}
