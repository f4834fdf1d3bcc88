package evenlight.cli;

import evenlight.fusion.MethodCard;
import java.util.List;
import picocli.CommandLine.Mixin;

/** What is done to a bracket between reading and writing; every command that fuses has the same. */
final class PipelineOptions {
  private static final int FEWEST_IMAGES = 2;

  @Mixin private MethodOptions method;

  /**
   * A run of brackets.
   *
   * @throws picocli.CommandLine.ParameterException if settings contradict each other
   */
  FusionRun run(Messages messages) {
    method.settings();
    return new FusionRun(method, List.of(), messages);
  }

  /** Id of the method, with its options. */
  String methodId() {
    return method.methodId();
  }

  /**
   * Checks how many images there are, once {@link #run} has found that the method exists.
   *
   * @throws IllegalArgumentException if the method takes another number
   */
  void requireCount(int count) {
    MethodCard card = method.card();
    if (count < FEWEST_IMAGES || count > card.mostExposures()) {
      throw new IllegalArgumentException(
          "the method %s needs %s images, but found %d"
              .formatted(
                  card.id(),
                  card.mostExposures() == FEWEST_IMAGES ? "exactly 2" : "2 or more",
                  count));
    }
  }
}
