package evenlight.bracket;

import evenlight.bracket.ExposureValue.Source;
import evenlight.image.metadata.CaptureInfo;
import evenlight.image.metadata.CapturedEvs;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Finds the EVs of a bracket: from EXIF if it is usable and the pixels do not contradict it, else
 * from the pixels.
 *
 * <p>EXIF is contradicted where an exposure that should be brighter is clearly darker, and where
 * exposures that should be equal clearly differ, as they do when one raw file was developed several
 * times.
 */
final class BracketEvs {
  private static final double CLEARLY_MORE_STOPS = 0.5;
  private static final double EQUAL_STOPS = 0.1;
  private static final double CLEARLY_DARKER = 0.02;
  private static final double CLEARLY_DIFFERENT = 0.1;

  private final List<Capture> captures;
  private final Consumer<String> notes;

  BracketEvs(List<Capture> captures, Consumer<String> notes) {
    this.captures =
        captures.stream().sorted(Comparator.comparingDouble(Capture::meanLuminance)).toList();
    this.notes = notes;
  }

  /** The exposures with their EVs, those of equal EV by mean luminance. */
  List<Exposure> exposures() {
    CapturedEvs captured =
        CapturedEvs.of(captures.stream().map(Capture::info).map(CaptureInfo::exposure).toList());
    Optional<String> objection = captured.unusable().or(() -> contradiction(captured.evs()));
    if (objection.isEmpty()) {
      return with(captured.evs(), Source.EXIF);
    }
    boolean anyTime = captures.stream().anyMatch(c -> c.info().exposure().ev().isPresent());
    if (anyTime) {
      notes.accept("order and EV come from the pixels, not from EXIF: " + objection.get());
    }
    return with(
        PixelEvs.of(captures.stream().map(capture -> capture.exposure().image()).toList()),
        Source.PIXELS);
  }

  private List<Exposure> with(List<Double> stops, Source source) {
    double middle = stops.stream().sorted().toList().get((stops.size() - 1) / 2);
    return IntStream.range(0, stops.size())
        .mapToObj(
            i ->
                captures.get(i).exposure().withEv(new ExposureValue(stops.get(i) - middle, source)))
        .toList();
  }

  private Optional<String> contradiction(List<Double> stops) {
    for (int dark = 0; dark < stops.size(); dark++) {
      for (int bright = dark + 1; bright < stops.size(); bright++) {
        double more = stops.get(bright) - stops.get(dark);
        double difference =
            captures.get(bright).meanLuminance() - captures.get(dark).meanLuminance();
        if (more < -CLEARLY_MORE_STOPS && difference > CLEARLY_DARKER) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "it has %s %.1f stops brighter than %s, but the picture is darker",
                  captures.get(dark).name(),
                  -more,
                  captures.get(bright).name()));
        }
        if (Math.abs(more) < EQUAL_STOPS && difference > CLEARLY_DIFFERENT) {
          return Optional.of(
              "it has %s and %s exposed alike, but the pictures differ"
                  .formatted(captures.get(dark).name(), captures.get(bright).name()));
        }
      }
    }
    return Optional.empty();
  }
}
