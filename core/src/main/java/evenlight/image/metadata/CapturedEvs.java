package evenlight.image.metadata;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How bright several pictures were exposed by what their camera says, so that they can be compared.
 *
 * <p>All must have a time. Aperture and sensitivity must be there in all or in none: what is
 * missing everywhere, as the aperture of a manual lens, is taken for equal. What is missing here
 * and there is taken for equal only if those that have it agree.
 *
 * @param evs stops relative to the first picture, one a picture; empty if they cannot be compared
 * @param unusable why they cannot, in a few words
 */
public record CapturedEvs(List<Double> evs, Optional<String> unusable) {
  /** Copies the list. */
  public CapturedEvs {
    evs = List.copyOf(evs);
  }

  /** The EVs of pictures in their order. */
  public static CapturedEvs of(List<ExposureSettings> pictures) {
    int withTime = count(pictures, ExposureSettings::seconds);
    if (withTime < pictures.size()) {
      return unusable(
          withTime == 0
              ? "no picture has an exposure time"
              : "only %d of %d pictures have an exposure time"
                  .formatted(withTime, pictures.size()));
    }
    if (!comparable(pictures, ExposureSettings::aperture)) {
      return unusable("some pictures have no aperture, and those that have one differ");
    }
    if (!comparable(pictures, ExposureSettings::iso)) {
      return unusable("some pictures have no ISO, and those that have one differ");
    }
    boolean aperture = count(pictures, ExposureSettings::aperture) == pictures.size();
    boolean iso = count(pictures, ExposureSettings::iso) == pictures.size();
    List<Double> stops = pictures.stream().map(picture -> known(picture, aperture, iso)).toList();
    return new CapturedEvs(stops.stream().map(ev -> ev - stops.get(0)).toList(), Optional.empty());
  }

  private static CapturedEvs unusable(String reason) {
    return new CapturedEvs(List.of(), Optional.of(reason));
  }

  private static double known(ExposureSettings picture, boolean aperture, boolean iso) {
    ExposureSettings shared =
        new ExposureSettings(
            picture.seconds(),
            aperture ? picture.aperture() : OptionalDouble.empty(),
            iso ? picture.iso() : OptionalDouble.empty(),
            OptionalDouble.empty());
    return shared.ev().orElseThrow();
  }

  private static boolean comparable(
      List<ExposureSettings> pictures, Function<ExposureSettings, OptionalDouble> value) {
    return count(pictures, value) == pictures.size()
        || pictures.stream().flatMapToDouble(p -> value.apply(p).stream()).distinct().count() <= 1;
  }

  private static int count(
      List<ExposureSettings> pictures, Function<ExposureSettings, OptionalDouble> value) {
    return (int) pictures.stream().filter(picture -> value.apply(picture).isPresent()).count();
  }
}
