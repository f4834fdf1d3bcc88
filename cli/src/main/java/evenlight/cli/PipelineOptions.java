package evenlight.cli;

import evenlight.fusion.FusionMethod;
import evenlight.fusion.MethodCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What is done to a bracket from its files to its picture; all commands that fuse have the same.
 */
final class PipelineOptions {
  static final int FEWEST_IMAGES = 2;
  static final int MOST_IMAGES = 64;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private MethodOptions method;
  @Mixin private PhotoOptions photos;
  @Mixin private AlignOptions alignment;
  @Mixin private GhostOptions ghosts;
  @Mixin private ReferenceOptions reference;
  @Mixin private MemoryOptions memory;

  /**
   * Checks what does not depend on the images.
   *
   * @throws ParameterException if there is no such method or settings contradict each other
   */
  void check() {
    method.settings();
  }

  /**
   * Checks what can be checked before any image is read.
   *
   * @throws ParameterException if options contradict each other or do not fit the images
   * @throws IOException if something could not be written
   */
  void check(List<Path> images, FusionTarget target) throws IOException {
    requireCount(images.size());
    target.check(images);
    photos.check(target, images);
    reference.check(images.size());
    alignment.check(target.overwrite(), method.settings());
    ghosts.check(images, target);
  }

  /** Whether all that is written beside a picture is there. */
  boolean isComplete(FusionTarget target) {
    return !photos.sidecar() || Files.exists(Sidecar.beside(target.file()));
  }

  /**
   * Fuses images.
   *
   * @throws IOException if what aligns them has no weights, or they cannot be read
   */
  FusionRun run(List<Path> images, Messages messages) throws IOException {
    return new FusionRun(method, photos, memory, steps(images), messages);
  }

  /** The method, ready to fuse; the same one at every call. */
  FusionMethod create() throws IOException {
    return method.create();
  }

  /** Id of the method, with its options. */
  String methodId() {
    return method.methodId();
  }

  /** What moved is told apart only once the frames lie over one another. */
  private List<BracketStep> steps(List<Path> images) throws IOException {
    int threads = method.where().threads();
    List<BracketStep> steps =
        new ArrayList<>(alignment.steps(reference, images, method.settings()));
    steps.addAll(ghosts.steps(reference, images, threads));
    return steps;
  }

  private void requireCount(int count) {
    MethodCard card = method.card();
    int most = Math.min(MOST_IMAGES, card.mostExposures());
    if (count < FEWEST_IMAGES || count > most) {
      throw new ParameterException(
          command.commandLine(),
          "the method %s needs %s images, but found %d"
              .formatted(card.id(), most == FEWEST_IMAGES ? "exactly 2" : "2 to " + most, count));
    }
  }
}
