package evenlight.experiment;

import evenlight.bracket.Bracket;
import evenlight.evaluation.Failure;
import evenlight.fusion.Device;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.io.Colour;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One measurement, as it is handed to the process that makes it.
 *
 * @param method its id
 * @param device where it computes
 * @param threads how many compute
 * @param weightsFolder where imported parameters lie; empty for the folder that everybody uses
 * @param under a photograph
 * @param over another one
 * @param size which they are brought to
 * @param warmUp the size of the fusion that is not counted
 */
record EffortTask(
    String method,
    Device device,
    int threads,
    String weightsFolder,
    String under,
    String over,
    PictureSize size,
    PictureSize warmUp) {

  /** Measures in this process; what goes wrong becomes the reason why there is nothing. */
  Effort measure() {
    Optional<Path> folder =
        weightsFolder.isEmpty() ? Optional.empty() : Optional.of(Path.of(weightsFolder));
    FusionSettings settings =
        new FusionSettings(Optional.empty(), folder, device, threads, Map.of());
    try {
      Bracket pair = Bracket.read(Colour.STORED, Path.of(under), Path.of(over));
      Bracket before = MirroredBracket.of(pair, warmUp);
      Bracket bracket = size.equals(warmUp) ? before : MirroredBracket.of(pair, size);
      return Effort.of(FusionMethods.named(method, settings), before, bracket);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return Effort.prevented(Failure.inOneLine(e));
    }
  }
}
