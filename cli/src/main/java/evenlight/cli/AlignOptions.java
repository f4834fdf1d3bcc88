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
import evenlight.image.io.AtomicFile;
import evenlight.opencv.align.OpenCvAligner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
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
    HOMOGRAPHY
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--align",
      paramLabel = "auto|none|translation|rotation|homography",
      defaultValue = "auto",
      description = {
        "How photographs are aligned: auto, the default, by the simplest motion that explains what",
        "they show, if there is more than a pixel of it; none leaves them as they are."
      })
  private Mode mode;

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

  /**
   * Checks what can be checked before any image is read.
   *
   * @param overwrite whether files that exist are replaced
   * @throws ParameterException if options contradict each other
   * @throws IOException if the transforms could not be written
   */
  void check(boolean overwrite) throws IOException {
    if (mode == Mode.NONE && (save.isPresent() || use.isPresent())) {
      throw new ParameterException(
          command.commandLine(), "transforms can be saved or used only without --align none");
    }
    if (save.isPresent()) {
      AtomicFile.requireWritable(save.get(), overwrite);
    }
  }

  /**
   * What is to be done to a bracket; nothing if it is off.
   *
   * @param images as they were given
   * @param threads 0 means one per core
   */
  List<BracketStep> steps(ReferenceOptions reference, List<Path> images, int threads) {
    return mode == Mode.NONE
        ? List.of()
        : List.of(
            (bracket, notes) ->
                apply(bracket, find(bracket, reference, images, threads), threads, notes));
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
      case AUTO, NONE -> OpenCvAligner.automatic(threads);
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
