package evenlight.experiment;

import evenlight.evaluation.Contender;
import evenlight.evaluation.MethodContender;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.NoWeightsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The methods of the paper's tables, in their order, and those that stand beside them here: which
 * of them can run, and why the others cannot.
 */
public final class LineUp {
  /** The network of the paper, which its tables call ours. */
  static final String PAPER = "lcndr-paper";

  private static final List<String> IDS =
      List.of(
          "dsift",
          "gbm",
          "dem",
          "mespd",
          "mef-net",
          "ifcnn",
          "mef-gan",
          "u2fusion",
          "pmgi",
          "halder",
          "cf-net",
          "sd-net",
          PAPER,
          "lcndr-released",
          "lcndr",
          "mertens",
          "blend",
          "average");

  private final List<Contender> contenders;
  private final Map<String, String> absent;

  private LineUp(List<Contender> contenders, Map<String, String> absent) {
    this.contenders = List.copyOf(contenders);
    this.absent = new LinkedHashMap<>(absent);
  }

  /** All of them as far as they can run. */
  public static LineUp of(FusionSettings settings) {
    List<Contender> contenders = new ArrayList<>();
    Map<String, String> absent = new LinkedHashMap<>();
    for (String id : IDS) {
      try {
        contenders.add(new MethodContender(id, FusionMethods.named(id, settings)));
      } catch (NoWeightsException e) {
        absent.put(
            id, "it needs weights, and none of its id were given (evenlight weights import)");
      } catch (IllegalArgumentException | IOException e) {
        absent.put(id, String.valueOf(e.getMessage()));
      }
    }
    return new LineUp(contenders, absent);
  }

  /** Those that can run. */
  List<Contender> contenders() {
    return contenders;
  }

  /** All of them. */
  List<String> ids() {
    return IDS;
  }

  /** Why a method cannot run, if it cannot. */
  Optional<String> absence(String id) {
    return Optional.ofNullable(absent.get(id));
  }

  /** A sentence for each method that cannot run. */
  List<String> notes() {
    return absent.entrySet().stream()
        .map(
            entry ->
                "%s did not run: %s."
                    .formatted(entry.getKey(), entry.getValue().replaceFirst("\\.$", "")))
        .toList();
  }

  /** A method as tables call it. */
  String label(String id) {
    String name = id.equals(PAPER) ? id + " (ours in the paper)" : id;
    return absent.containsKey(id) ? name + ": did not run" : name;
  }
}
