package evenlight.cli;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.bracket.ExposureValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
   * @param ev stops from the middle exposure
   * @param evSource where EV and order come from: exif or pixels
   */
  record Input(
      String name,
      int height,
      int width,
      double meanLuminance,
      @Nullable Double ev,
      String evSource) {
    static Input of(Exposure exposure) {
      return new Input(
          exposure.name(),
          exposure.image().height(),
          exposure.image().width(),
          exposure.meanLuminance(),
          exposure.ev().map(ExposureValue::stops).orElse(null),
          sourceOf(exposure));
    }
  }

  /** Where the EV of an exposure comes from, in a word. */
  static String sourceOf(Exposure exposure) {
    return exposure.ev().map(ev -> ev.source().name().toLowerCase(Locale.ROOT)).orElse("unknown");
  }

  static List<Input> inputsOf(Bracket bracket) {
    return bracket.exposures().stream().map(Input::of).toList();
  }
}
