package evenlight.cli;

import evenlight.align.Alignment;
import evenlight.align.FrameMotion;
import evenlight.align.Residual;
import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code align --json} prints.
 *
 * @param height rows of the pictures that were written
 * @param width columns of the pictures that were written
 * @param frames what was found about each image, darkest first
 */
record AlignmentReport(int height, int width, List<Frame> frames) {
  /**
   * One image.
   *
   * @param name its file
   * @param output what was written; null if it was left out
   * @param verdict reference, aligned, undecided or refused
   * @param model the family of its motion
   * @param motion how far the corner that moves most moves, in pixels
   * @param matrix takes its places to those of the reference, row by row
   * @param residual of matches that had no part in the fit, in pixels
   * @param remark how it came about, or why it is not trusted
   */
  record Frame(
      String name,
      @Nullable String output,
      String verdict,
      String model,
      double motion,
      List<Double> matrix,
      Residual residual,
      String remark) {}

  static AlignmentReport of(Alignment alignment, Bracket aligned, Map<String, Path> outputs) {
    Set<String> written =
        aligned.exposures().stream().map(Exposure::name).collect(Collectors.toSet());
    List<Frame> frames =
        alignment.frames().stream()
            .map(
                frame ->
                    frame(
                        frame,
                        written.contains(frame.name()) ? outputs.get(frame.name()) : null,
                        alignment))
            .toList();
    return new AlignmentReport(aligned.height(), aligned.width(), frames);
  }

  private static Frame frame(FrameMotion frame, @Nullable Path output, Alignment alignment) {
    return new Frame(
        frame.name(),
        output == null ? null : output.toString(),
        frame.verdict().name().toLowerCase(Locale.ROOT),
        frame.model().id(),
        frame.toReference().largestMotion(alignment.height(), alignment.width()),
        frame.toReference().matrix(),
        frame.residual(),
        frame.remark());
  }
}
