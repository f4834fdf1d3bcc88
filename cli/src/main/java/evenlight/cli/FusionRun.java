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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way of one bracket from its files to its picture, whichever command asks for it. */
final class FusionRun {
  private final MethodOptions options;
  private final List<BracketStep> steps;
  private final Messages messages;
  private @Nullable FusionMethod method;

  /**
   * A run, for as many brackets as wanted.
   *
   * @param steps what is done to the bracket before it is fused, in this order
   */
  FusionRun(MethodOptions options, List<BracketStep> steps, Messages messages) {
    this.options = options;
    this.steps = List.copyOf(steps);
    this.messages = messages;
  }

  /** Makes the method ready, which {@link #fuse} does where it was not asked for before. */
  synchronized FusionMethod method() throws IOException {
    FusionMethod made = method;
    if (made == null) {
      made = options.create();
      method = made;
    }
    return made;
  }

  /**
   * Reads, fuses and writes; says what was done.
   *
   * @param listener takes what the user should know, a line each, when it is known
   */
  FusionReport fuse(List<Path> images, FusionTarget target, Consumer<String> listener)
      throws IOException {
    List<String> notes = new ArrayList<>();
    Bracket bracket =
        prepared(
            read(images),
            note -> {
              notes.add(note);
              listener.accept(note);
            });
    FusionMethod method = method();
    messages.detail(
        "fusing with %s (device %s, %d threads)",
        method.card().name(), options.where().deviceName(), options.where().threadCount());
    long start = System.nanoTime();
    Image fused = method.fuse(bracket);
    double seconds = secondsSince(start);
    int depth = target.depthFor(bracket.bitDepth());
    messages.detail("fused in %.2f s; writing %s with %d bits", seconds, target.file(), depth);
    Photos.write(new Photo(fused, depth), target.file());
    return report(bracket, target.file(), depth, seconds, notes);
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

  private Bracket prepared(Bracket read, Consumer<String> notes) throws IOException {
    Bracket bracket = read;
    for (BracketStep step : steps) {
      bracket = step.apply(bracket, notes);
    }
    if (bracket.allEqual()) {
      notes.accept("the images are equal; the result is that image");
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

  /** How long ago a {@link System#nanoTime} was. */
  static double secondsSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
  }
}
