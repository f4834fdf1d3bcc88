package evenlight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets contestants fuse the same files, one after another: a round to warm up that does not count,
 * then rounds that do, in turns forwards and backwards, so that none always runs after the same.
 *
 * @param contestants who takes part
 * @param rounds that count
 * @param ending of the results' files
 * @param progress is told of every run
 */
record Race(List<Contestant> contestants, int rounds, String ending, Consumer<String> progress) {
  Race {
    contestants = List.copyOf(contestants);
    if (rounds < 1) {
      throw new IllegalArgumentException("there must be 1 or more runs, but are " + rounds);
    }
  }

  /**
   * Measures all contestants on one bracket.
   *
   * @param folder for the results and what the programs say
   * @throws IOException if one of them fails or writes nothing
   */
  List<Series> run(List<Path> exposures, double megapixels, Path folder)
      throws IOException, InterruptedException {
    List<List<MeasuredProcess>> runs = new ArrayList<>();
    contestants.forEach(contestant -> runs.add(new ArrayList<>()));
    for (int round = 0; round <= rounds; round++) {
      for (int i : order(round)) {
        MeasuredProcess run = run(contestants.get(i), exposures, folder);
        progress.accept(
            "%.1f MP, round %d of %d, %s: %.2f s, %.0f MB"
                .formatted(
                    megapixels,
                    round,
                    rounds,
                    contestants.get(i).name(),
                    run.seconds(),
                    run.peakBytes() / 1e6));
        if (round > 0) {
          runs.get(i).add(run);
        }
      }
    }
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      series.add(Series.of(contestants.get(i), megapixels, exposures.size(), runs.get(i)));
    }
    return series;
  }

  private List<Integer> order(int round) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < contestants.size(); i++) {
      order.add(i);
    }
    if (round % 2 != 0) {
      Collections.reverse(order);
    }
    return order;
  }

  private MeasuredProcess run(Contestant contestant, List<Path> exposures, Path folder)
      throws IOException, InterruptedException {
    Path fused = folder.resolve("fused." + ending);
    Files.deleteIfExists(fused);
    MeasuredProcess run =
        MeasuredProcess.run(contestant.on(exposures, fused), folder.resolve("log.txt"));
    if (!Files.isRegularFile(fused)) {
      throw new IOException(contestant.name() + " must write " + fused + ", but did not");
    }
    return run;
  }
}
