package evenlight.torch.network;

import evenlight.json.JsonRecords;
import evenlight.torch.weights.Weights;
import java.util.Map;
import java.util.TreeMap;

/**
 * An LCNDR network in a file: its parameters, and its configuration as metadata, so that a file
 * alone says which network it is for.
 */
public final class SavedLcndr {
  private static final String NETWORK = "network";
  private static final String CONFIG = "config";
  private static final String LCNDR = "lcndr";

  private SavedLcndr() {}

  /** The parameters of a network with its configuration and further metadata. */
  public static Weights toWeights(Lcndr network, Map<String, String> metadata) {
    Map<String, String> all = new TreeMap<>(metadata);
    all.put(NETWORK, LCNDR);
    all.put(CONFIG, JsonRecords.write(network.config()));
    return Parameters.of(network, all);
  }

  /**
   * The network of a file, in evaluation mode; make it outside any scope.
   *
   * @param source how messages call the file
   * @throws IllegalArgumentException if the file is for another network, or its tensors are not
   *     those of the configuration that it names
   */
  public static Lcndr fromWeights(Weights weights, String source) {
    String network = weights.metadata().getOrDefault(NETWORK, "one that it does not name");
    if (!network.equals(LCNDR)) {
      throw new IllegalArgumentException(
          "the weights must be for the network lcndr, but those in %s are for %s"
              .formatted(source, network));
    }
    Lcndr lcndr = new Lcndr(config(weights, source));
    Parameters.load(lcndr, weights, source);
    lcndr.eval();
    return lcndr;
  }

  private static LcndrConfig config(Weights weights, String source) {
    String json = weights.metadata().getOrDefault(CONFIG, "");
    try {
      return JsonRecords.read(json, LcndrConfig.class);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the weights must name a valid LCNDR configuration, but found \"%s\" in %s"
              .formatted(json, source),
          e);
    }
  }
}
