package evenlight.experiment;

import evenlight.evaluation.Contender;
import evenlight.evaluation.MethodContender;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.NoWeightsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The methods of the paper's tables, in their order, and those that stand beside them here: which
 * of them can run, and why the others cannot.
 */
final class LineUp {
  /** The network of the paper, which its tables call ours. */
  private static final String OURS = "lcndr-paper";

  /** The methods of the paper's tables. */
  static final List<String> OF_THE_PAPER =
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
          OURS);

  /** All of them, whether they can run or not. */
  static final List<String> IDS =
      Stream.concat(
              OF_THE_PAPER.stream(),
              Stream.of("lcndr-released", "lcndr", "mertens", "blend", "average"))
          .toList();

  private final Map<String, FusionMethod> methods;
  private final Map<String, String> absent;

  private LineUp(Map<String, FusionMethod> methods, Map<String, String> absent) {
    this.methods = methods;
    this.absent = absent;
  }

  /** All of them as far as they can run. */
  static LineUp of(FusionSettings settings) {
    Map<String, FusionMethod> methods = new LinkedHashMap<>();
    Map<String, String> absent = new LinkedHashMap<>();
    for (String id : IDS) {
      try {
        methods.put(id, FusionMethods.named(id, settings));
      } catch (NoWeightsException e) {
        absent.put(
            id, "it needs weights, and none of its id were given (evenlight weights import)");
      } catch (IllegalArgumentException | IOException e) {
        absent.put(id, String.valueOf(e.getMessage()));
      }
    }
    return new LineUp(methods, absent);
  }

  /** Those that can run. */
  List<Contender> contenders() {
    List<Contender> contenders = new ArrayList<>();
    methods.forEach((id, method) -> contenders.add(new MethodContender(id, method)));
    return contenders;
  }

  /** One of them, if it can run. */
  Optional<FusionMethod> method(String id) {
    return Optional.ofNullable(methods.get(id));
  }

  /** A sentence for each method that cannot run. */
  List<String> notes() {
    return absent.entrySet().stream()
        .map(entry -> "%s did not run: %s.".formatted(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** A method as tables call it. */
  String label(String id) {
    String name = id.equals(OURS) ? id + " (ours in the paper)" : id;
    return absent.containsKey(id) ? name + ": did not run" : name;
  }
}
