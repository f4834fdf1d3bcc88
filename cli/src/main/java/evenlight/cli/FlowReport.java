package evenlight.cli;

import evenlight.align.Residual;
import evenlight.bracket.Exposure;
import evenlight.flow.FlowAlignment.Aligned;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code align --align raft --json} prints.
 *
 * @param height rows of the pictures that were written
 * @param width columns of the pictures that were written
 * @param frames what was found about each image, darkest first
 */
record FlowReport(int height, int width, List<Frame> frames) {
  /**
   * One image.
   *
   * @param name its file
   * @param output what was written; null if it was left out
   * @param verdict reference, aligned or refused
   * @param model always flow
   * @param motion the longest step that is believed, in pixels
   * @param agreement the share of the reference whose flow leads there and back
   * @param residual how far from its start that way ends, in pixels
   * @param remark why it is not trusted
   */
  record Frame(
      String name,
      @Nullable String output,
      String verdict,
      String model,
      double motion,
      double agreement,
      Residual residual,
      String remark) {}

  static FlowReport of(Aligned aligned, Map<String, Path> outputs) {
    Set<String> written =
        aligned.bracket().exposures().stream().map(Exposure::name).collect(Collectors.toSet());
    List<Frame> frames =
        aligned.frames().stream()
            .map(
                frame ->
                    new Frame(
                        frame.name(),
                        written.contains(frame.name())
                            ? String.valueOf(outputs.get(frame.name()))
                            : null,
                        frame.verdict().name().toLowerCase(Locale.ROOT),
                        "flow",
                        frame.motion(),
                        frame.agreement(),
                        frame.residual(),
                        frame.remark()))
            .toList();
    return new FlowReport(aligned.bracket().height(), aligned.bracket().width(), frames);
  }
}
