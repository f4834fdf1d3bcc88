package evenlight.cli;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.bracket.ExposureValue;
import evenlight.fusion.FusionMethod;
import evenlight.image.Image;
import evenlight.image.io.Attachments;
import evenlight.image.io.ColourProfile;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The way of one bracket from its files to its picture, whichever command asks for it. */
final class FusionRun {
  private final MethodOptions options;
  private final PhotoOptions photos;
  private final MemoryOptions memory;
  private final List<BracketStep> steps;
  private final Messages messages;

  /**
   * A run.
   *
   * @param steps what is done to the bracket before it is fused, in this order
   */
  FusionRun(
      MethodOptions options,
      PhotoOptions photos,
      MemoryOptions memory,
      List<BracketStep> steps,
      Messages messages) {
    this.options = options;
    this.photos = photos;
    this.memory = memory;
    this.steps = List.copyOf(steps);
    this.messages = messages;
  }

  /**
   * Reads, fuses and writes; says what was done.
   *
   * @param listener takes what the user should know, a line each
   */
  FusionReport fuse(List<Path> images, FusionTarget target, Consumer<String> listener)
      throws IOException {
    try (MemoryBudget.Share share = memory.reserve(images, options, steps, messages)) {
      options.prepare();
      return fuse(images, share.decodes(), target, listener);
    } finally {
      options.settle();
    }
  }

  private FusionReport fuse(
      List<Path> images, int decodes, FusionTarget target, Consumer<String> listener)
      throws IOException {
    List<String> notes = new ArrayList<>();
    Bracket bracket = read(images, decodes, notes);
    List<Path> darkToBright = bracket.exposures().stream().map(e -> Path.of(e.name())).toList();
    Path middle = Path.of(bracket.middle().name());
    Optional<ColourProfile> profile = bracket.middle().photo().profile();
    bracket = prepared(bracket, notes);
    notes.forEach(listener);
    FusionMethod method = options.create();
    messages.detail(
        "fusing with %s (device %s, %d threads)",
        method.card().name(), options.where().deviceName(), options.where().threadCount());
    long start = System.nanoTime();
    Image fused = method.fuse(bracket);
    double seconds = secondsSince(start);
    int depth = target.depthFor(bracket.bitDepth());
    messages.detail("fused in %.2f s; writing %s with %d bits", seconds, target.file(), depth);
    Settings settings = photos.settings(options);
    Provenance provenance = Provenance.of(method, settings, darkToBright);
    Attachments attachments = photos.attachments(middle, provenance);
    Photos.write(new Photo(fused, depth, profile), attachments, target.file());
    if (photos.sidecar()) {
      Sidecar.of(target.file(), provenance, settings, images).write();
    }
    return report(bracket, target.file(), depth, seconds, notes);
  }

  private Bracket read(List<Path> images, int decodes, List<String> notes) throws IOException {
    messages.detail("reading %s", images);
    Bracket bracket = photos.reader(decodes, notes::add).read(images);
    if (messages.isVerbose()) {
      bracket.exposures().forEach(this::describe);
    }
    return bracket;
  }

  private void describe(Exposure exposure) {
    messages.detail(
        "%s: %s, %d bits, mean luminance %.3f, EV %+.2f (%s)",
        exposure.name(),
        exposure.image().size(),
        exposure.photo().bitDepth(),
        exposure.meanLuminance(),
        exposure.ev().map(ExposureValue::stops).orElse(0.0),
        FusionReport.sourceOf(exposure));
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

  /** How long ago a {@link System#nanoTime} was. */
  static double secondsSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
  }
}
