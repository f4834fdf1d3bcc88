package evenlight.torch.network;

import evenlight.torch.weights.Weights;
import java.util.Map;
import java.util.TreeMap;

/** A RAFT in a file: its parameters, and as metadata which of the two it is. */
public final class SavedRaft {
  private static final String NETWORK = "network";

  private SavedRaft() {}

  /** The parameters of a network with its size and further metadata. */
  public static Weights toWeights(Raft network, Map<String, String> metadata) {
    Map<String, String> all = new TreeMap<>(metadata);
    all.put(NETWORK, network.config().id());
    return Parameters.of(network, all);
  }

  /**
   * The network of a file, in evaluation mode; make it outside any scope.
   *
   * @param source how messages call the file
   * @throws IllegalArgumentException if the file is for another network, or its tensors are not
   *     those of the one that it names
   */
  public static Raft fromWeights(Weights weights, String source) {
    String id = weights.metadata().getOrDefault(NETWORK, "one that it does not name");
    RaftConfig config;
    try {
      config = RaftConfig.named(id);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the weights must be for %s or %s, but those in %s are for %s"
              .formatted(RaftConfig.SMALL.id(), RaftConfig.LARGE.id(), source, id),
          e);
    }
    Raft raft = new Raft(config);
    Parameters.load(raft, weights, source);
    raft.eval();
    return raft;
  }
}
