package evenlight.cli;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import java.util.List;

/**
 * What {@code fuse --json} prints.
 *
 * @param method id of the method
 * @param inputs the exposures, darkest first
 * @param output the file that was written
 * @param height rows of the picture
 * @param width columns of the picture
 * @param depth bits a sample of the file that was written
 * @param device where it was asked to compute: auto, cpu or cuda
 * @param threads how many threads it could use
 * @param seconds what fusing took, without reading and writing
 * @param notes what else the user should know
 */
record FusionReport(
    String method,
    List<Input> inputs,
    String output,
    int height,
    int width,
    int depth,
    String device,
    int threads,
    double seconds,
    List<String> notes) {

  /**
   * One exposure.
   *
   * @param name its file
   * @param height rows
   * @param width columns
   * @param meanLuminance BT.601, in [0,1]
   */
  record Input(String name, int height, int width, double meanLuminance) {
    static Input of(Exposure exposure) {
      return new Input(
          exposure.name(),
          exposure.image().height(),
          exposure.image().width(),
          exposure.meanLuminance());
    }
  }

  static List<Input> inputsOf(Bracket bracket) {
    return bracket.exposures().stream().map(Input::of).toList();
  }
}
