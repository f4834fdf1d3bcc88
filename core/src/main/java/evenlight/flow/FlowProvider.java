package evenlight.flow;

import evenlight.fusion.FusionSettings;
import java.io.IOException;

/** Brings a {@link FlowEstimator} from another module; {@link java.util.ServiceLoader} finds it. */
public interface FlowProvider {
  /** How it is asked for, such as raft. */
  String id();

  /**
   * Makes it.
   *
   * @param settings device, threads, the folder of weights, and the weights if they are named
   * @throws evenlight.fusion.NoWeightsException if it has no weights; the message says how to get
   *     them
   * @throws IOException if the weights cannot be read; the message names the file
   */
  FlowEstimator create(FusionSettings settings) throws IOException;
}
