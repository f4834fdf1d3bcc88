package evenlight.cli;

import evenlight.align.Aligner;
import evenlight.align.Alignment;
import evenlight.align.Area;
import evenlight.align.FrameMotion;
import evenlight.align.Misaligned;
import evenlight.align.MotionModel;
import evenlight.align.Registration;
import evenlight.align.TransformsFile;
import evenlight.bracket.Bracket;
import evenlight.flow.FlowEstimator;
import evenlight.flow.FlowEstimators;
import evenlight.fusion.FusionSettings;
import evenlight.image.io.AtomicFile;
import evenlight.opencv.align.OpenCvAligner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether and how photographs are brought to lie over one another. */
final class AlignOptions {
  /** The families that are tried. */
  enum Mode {
    AUTO,
    NONE,
    TRANSLATION,
    ROTATION,
    HOMOGRAPHY,
    RAFT
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--align",
      paramLabel = "auto|none|translation|rotation|homography|raft",
      defaultValue = "auto",
      description = {
        "How photographs are aligned: auto, the default, by the simplest motion that explains what",
        "they show, if there is more than a pixel of it; none leaves them as they are; raft lets",
        "a network find out where every pixel went, for what no single motion explains."
      })
  private Mode mode;

  @Option(
      names = "--align-weights",
      paramLabel = "FILE",
      description = {
        "Parameters of --align raft, of the small or the large network (.safetensors). Without it,",
        "raft-small of the folder of weights if it lies there, else those that come along."
      })
  private Optional<Path> weights = Optional.empty();

  @Option(
      names = "--on-misaligned",
      paramLabel = "fail|drop|keep",
      defaultValue = "fail",
      description = {
        "What becomes of a photograph that cannot be aligned: the command fails, the default, or",
        "it is left out, or kept as it is."
      })
  private Misaligned misaligned;

  @Option(
      names = "--no-crop",
      description = "Keep all that the reference shows, not only what all photographs show.")
  private boolean whole;

  @Option(
      names = "--save-transforms",
      paramLabel = "FILE",
      description = "Write where the photographs lie, as JSON.")
  private Optional<Path> save = Optional.empty();

  @Option(
      names = "--use-transforms",
      paramLabel = "FILE",
      description = "Align as such a file says, and look for nothing.")
  private Optional<Path> use = Optional.empty();

  private @Nullable FlowEstimator estimator;

  /**
   * Checks what can be checked before any image is read.
   *
   * @param overwrite whether files that exist are replaced
   * @param settings device, threads and the folder of weights
   * @throws ParameterException if options contradict each other
   * @throws IOException if the transforms could not be written, or a network has no weights
   */
  void check(boolean overwrite, FusionSettings settings) throws IOException {
    if ((mode == Mode.NONE || mode == Mode.RAFT) && (save.isPresent() || use.isPresent())) {
      throw new ParameterException(
          command.commandLine(),
          "transforms can be saved or used only without --align "
              + mode.name().toLowerCase(Locale.ROOT));
    }
    if (weights.isPresent() && mode != Mode.RAFT) {
      throw new ParameterException(
          command.commandLine(), "--align-weights can be given only with --align raft");
    }
    if (mode == Mode.RAFT) {
      estimator(settings);
    }
    if (save.isPresent()) {
      AtomicFile.requireWritable(save.get(), overwrite);
    }
  }

  /**
   * What is to be done to a bracket; nothing if it is off.
   *
   * @param images as they were given
   * @param settings device, threads and the folder of weights
   * @throws IOException if a network has no weights, or they cannot be read
   */
  List<BracketStep> steps(ReferenceOptions reference, List<Path> images, FusionSettings settings)
      throws IOException {
    int threads = settings.threads();
    return switch (mode) {
      case NONE -> List.of();
      case RAFT -> List.of(flow(reference, images, settings));
      case AUTO, TRANSLATION, ROTATION, HOMOGRAPHY ->
          List.of(
              (bracket, notes) ->
                  apply(bracket, find(bracket, reference, images, threads), threads, notes));
    };
  }

  /** Whether a network looks for the motion. */
  boolean isByFlow() {
    return mode == Mode.RAFT;
  }

  /**
   * The step that aligns by flow.
   *
   * @throws IOException if the network has no weights, or they cannot be read
   */
  FlowStep flow(ReferenceOptions reference, List<Path> images, FusionSettings settings)
      throws IOException {
    return new FlowStep(estimator(settings), settings.threads(), reference, images, misaligned);
  }

  /** What finds flow; the same one at every call. */
  private synchronized FlowEstimator estimator(FusionSettings settings) throws IOException {
    FlowEstimator made = estimator;
    if (made == null) {
      FusionSettings own =
          new FusionSettings(
              weights, settings.weightsFolder(), settings.device(), settings.threads(), Map.of());
      made = FlowEstimators.named(FlowEstimators.RAFT, own);
      estimator = made;
    }
    return made;
  }

  /** Where the photographs lie, found or read; saves it if that is asked for. */
  Alignment find(Bracket bracket, ReferenceOptions reference, List<Path> images, int threads)
      throws IOException {
    Alignment alignment =
        use.isPresent()
            ? TransformsFile.read(use.get(), bracket)
            : aligner(threads).align(bracket, reference.indexIn(bracket, images));
    if (save.isPresent()) {
      TransformsFile.write(alignment, save.get());
    }
    return alignment;
  }

  /** The photographs as they lie over one another. */
  Bracket apply(Bracket bracket, Alignment alignment, int threads, Consumer<String> notes) {
    Registration registration = new Registration(misaligned, !whole);
    Bracket aligned = registration.apply(aligner(threads), bracket, alignment);
    describe(alignment, notes);
    if (!alignment.isStill() && !whole) {
      Area area = registration.area(alignment);
      notes.accept(
          "cropped to the %d×%d pixels from (%d, %d) on that all show"
              .formatted(area.height(), area.width(), area.x(), area.y()));
    }
    return aligned;
  }

  private Aligner aligner(int threads) {
    return switch (mode) {
      case AUTO, NONE, RAFT -> OpenCvAligner.automatic(threads);
      case TRANSLATION -> new OpenCvAligner(List.of(MotionModel.TRANSLATION), threads);
      case ROTATION -> new OpenCvAligner(List.of(MotionModel.ROTATION), threads);
      case HOMOGRAPHY -> new OpenCvAligner(List.of(MotionModel.HOMOGRAPHY), threads);
    };
  }

  private void describe(Alignment alignment, Consumer<String> notes) {
    for (FrameMotion frame : alignment.frames()) {
      if (!frame.verdict().isTrusted()) {
        String fate = misaligned == Misaligned.KEEP ? "kept as it is" : "left out";
        notes.accept("%s is %s: %s".formatted(frame.name(), fate, frame.remark()));
      } else if (!frame.isUnmoved()) {
        notes.accept(describe(frame, alignment));
      } else if (!frame.remark().isEmpty()) {
        notes.accept("%s is taken as it is: %s".formatted(frame.name(), frame.remark()));
      }
    }
  }

  /** Where a frame lay, and what is left. */
  private static String describe(FrameMotion frame, Alignment alignment) {
    return String.format(
        Locale.ROOT,
        "%s is aligned by a %s of up to %.1f pixels; %.2f are left in the median, %.2f at 95 %% of"
            + " %d matches%s",
        frame.name(),
        frame.model().id(),
        frame.toReference().largestMotion(alignment.height(), alignment.width()),
        frame.residual().median(),
        frame.residual().p95(),
        frame.residual().matches(),
        frame.remark().isEmpty() ? "" : ", " + frame.remark());
  }
}
