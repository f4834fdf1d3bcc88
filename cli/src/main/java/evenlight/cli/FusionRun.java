package evenlight.cli;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethod;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The way of one bracket from its files to its picture, whichever command asks for it. */
final class FusionRun {
  private final MethodOptions options;
  private final List<BracketStep> steps;
  private final Messages messages;

  /**
   * A run.
   *
   * @param steps what is done to the bracket before it is fused, in this order
   */
  FusionRun(MethodOptions options, List<BracketStep> steps, Messages messages) {
    this.options = options;
    this.steps = List.copyOf(steps);
    this.messages = messages;
  }

  /** Reads, fuses and writes; says what was done. */
  FusionReport fuse(List<Path> images, OutputOptions output) throws IOException {
    List<String> notes = new ArrayList<>();
    Bracket bracket = prepared(read(images), notes);
    notes.forEach(messages::note);
    FusionMethod method = options.create();
    messages.detail(
        "fusing with %s (device %s, %d threads)",
        method.card().name(), options.where().deviceName(), options.where().threadCount());
    long start = System.nanoTime();
    Image fused = method.fuse(bracket);
    double seconds = secondsSince(start);
    int depth = output.depthFor(bracket.bitDepth());
    messages.detail("fused in %.2f s; writing %s with %d bits", seconds, output.output(), depth);
    Photos.write(new Photo(fused, depth), output.output());
    return report(bracket, output.output(), depth, seconds, notes);
  }

  private Bracket read(List<Path> images) throws IOException {
    messages.detail("reading %s", images);
    Bracket bracket = Bracket.read(images.toArray(Path[]::new));
    if (messages.isVerbose()) {
      bracket.exposures().forEach(this::describe);
    }
    return bracket;
  }

  private void describe(Exposure exposure) {
    messages.detail(
        "%s: %s, %d bits, mean luminance %.3f",
        exposure.name(),
        exposure.image().size(),
        exposure.photo().bitDepth(),
        exposure.meanLuminance());
  }

  private Bracket prepared(Bracket read, List<String> notes) throws IOException {
    Bracket bracket = read;
    for (BracketStep step : steps) {
      bracket = step.apply(bracket, notes::add);
    }
    if (bracket.allEqual()) {
      notes.add("the images are equal; the result is that image");
    }
    return bracket;
  }

  private FusionReport report(
      Bracket bracket, Path output, int depth, double seconds, List<String> notes) {
    return new FusionReport(
        options.methodId(),
        FusionReport.inputsOf(bracket),
        output.toString(),
        bracket.height(),
        bracket.width(),
        depth,
        options.where().deviceName(),
        options.where().threadCount(),
        seconds,
        List.copyOf(notes));
  }

  private static double secondsSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
  }
}
