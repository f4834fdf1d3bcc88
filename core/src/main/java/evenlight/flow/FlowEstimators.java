package evenlight.flow;

import evenlight.fusion.FusionSettings;
import java.io.IOException;
import java.util.ServiceLoader;

/** What finds flow: all that {@link ServiceLoader} finds. */
public final class FlowEstimators {
  /** The network that the paper aligns with. */
  public static final String RAFT = "raft";

  private FlowEstimators() {}

  /**
   * The estimator of an id.
   *
   * @throws IllegalArgumentException if no module brings it
   * @throws IOException as {@link FlowProvider#create}
   */
  public static FlowEstimator named(String id, FusionSettings settings) throws IOException {
    for (FlowProvider provider : ServiceLoader.load(FlowProvider.class)) {
      if (provider.id().equals(id)) {
        return provider.create(settings);
      }
    }
    throw new IllegalArgumentException(
        "the flow must be found by a module that is there, but none brings \"%s\"".formatted(id));
  }
}
