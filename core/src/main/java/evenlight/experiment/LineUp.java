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
 *
 * <p>A method without the weights that it wants runs with those that this project trained where
 * they come along, and is called so: {@code cf-net:parameters=retrained}.
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

  private static final String PARAMETERS = "parameters";
  private static final String RETRAINED = "retrained";

  /** By the ids of all that can run. */
  private final Map<String, Entrant> entrants;

  private final Map<String, String> absent;

  private LineUp(Map<String, Entrant> entrants, Map<String, String> absent) {
    this.entrants = entrants;
    this.absent = absent;
  }

  /**
   * A method that can run.
   *
   * @param choice what it was made by, its id or more
   */
  private record Entrant(String choice, FusionMethod method) {
    /** By an id; where weights are missing, with retrained ones if there are any. */
    static Entrant of(String id, FusionSettings settings) throws IOException {
      try {
        return new Entrant(id, FusionMethods.named(id, settings));
      } catch (NoWeightsException e) {
        if (!isRetrained(id)) {
          throw e;
        }
        String choice = "%s:%s=%s".formatted(id, PARAMETERS, RETRAINED);
        return new Entrant(choice, FusionMethods.named(choice, settings));
      }
    }

    private static boolean isRetrained(String id) {
      return FusionMethods.card(id).options().stream()
          .anyMatch(
              option -> option.name().equals(PARAMETERS) && option.choices().contains(RETRAINED));
    }
  }

  /** All of them as far as they can run. */
  static LineUp of(FusionSettings settings) {
    Map<String, Entrant> entrants = new LinkedHashMap<>();
    Map<String, String> absent = new LinkedHashMap<>();
    for (String id : IDS) {
      try {
        entrants.put(id, Entrant.of(id, settings));
      } catch (NoWeightsException e) {
        absent.put(
            id, "it needs weights, and none of its id were given (evenlight weights import)");
      } catch (IllegalArgumentException | IOException e) {
        absent.put(id, String.valueOf(e.getMessage()));
      }
    }
    return new LineUp(entrants, absent);
  }

  /** Those that can run. */
  List<Contender> contenders() {
    List<Contender> contenders = new ArrayList<>();
    entrants
        .values()
        .forEach(one -> contenders.add(new MethodContender(one.choice(), one.method())));
    return contenders;
  }

  /** What all are called in scores and pictures, in their order, whether they can run or not. */
  List<String> choices() {
    return IDS.stream().map(this::choice).toList();
  }

  /** What one of them is made by, and called: its id or more. */
  String choice(String id) {
    Entrant entrant = entrants.get(id);
    return entrant == null ? id : entrant.choice();
  }

  /** One of them, if it can run. */
  Optional<FusionMethod> method(String id) {
    return Optional.ofNullable(entrants.get(id)).map(Entrant::method);
  }

  /** A sentence for each method that cannot run. */
  List<String> notes() {
    return absent.entrySet().stream()
        .map(entry -> "%s did not run: %s.".formatted(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** A method as tables call it. */
  String label(String id) {
    String name = id.equals(OURS) ? id + " (ours in the paper)" : choice(id);
    return absent.containsKey(id) ? name + ": did not run" : name;
  }
}
