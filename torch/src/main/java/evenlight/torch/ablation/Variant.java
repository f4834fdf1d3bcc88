package evenlight.torch.ablation;

import evenlight.torch.network.LcndrConfig;
import evenlight.torch.network.LcndrConfig.TradeOff;
import java.util.List;

/**
 * One network of an ablation study.
 *
 * @param id lower-case words joined by hyphens; its files and rows are called so
 * @param description how it differs from the whole network
 * @param network the network
 */
public record Variant(String id, String description, LcndrConfig network) {
  static final String FULL = "full";
  static final String WITHOUT_C = "without-c";
  static final String WITHOUT_S = "without-s";
  static final String WITHOUT_E = "without-e";
  static final String ONE_BLOCK = "one-block";
  static final String TWO_BLOCKS = "two-blocks";
  static final String ADD_ADD = "add-add";
  static final String ADD_MULTIPLY = "add-multiply";
  static final String MULTIPLY_MULTIPLY = "multiply-multiply";
  static final String UNCOORDINATED = "uncoordinated";

  /**
   * Every network that the paper's ablations compare, each once, the whole one first.
   *
   * @param full the whole network
   * @throws IllegalArgumentException if it lacks something that an ablation takes away
   */
  static List<Variant> of(LcndrConfig full) {
    requireWhole(full);
    return List.of(
        new Variant(FULL, "the whole network", full),
        new Variant(WITHOUT_C, "no collaborative extraction", full.withCollaborative(false)),
        new Variant(WITHOUT_S, "no self-attention", full.withSelfAttention(false)),
        new Variant(WITHOUT_E, "no gradient filter in edge revision", full.withEdgeRevision(false)),
        new Variant(ONE_BLOCK, "1 coordinate attention block", full.withCoordinateBlocks(1)),
        new Variant(TWO_BLOCKS, "2 coordinate attention blocks", full.withCoordinateBlocks(2)),
        new Variant(ADD_ADD, "both masks added", full.withTradeOff(TradeOff.ADD_ADD)),
        new Variant(
            ADD_MULTIPLY,
            "added to the over-, multiplied with the under-exposed picture",
            full.withTradeOff(TradeOff.ADD_MULTIPLY)),
        new Variant(
            MULTIPLY_MULTIPLY,
            "both masks multiplied",
            full.withTradeOff(TradeOff.MULTIPLY_MULTIPLY)),
        new Variant(
            UNCOORDINATED,
            "an edge revision each for CEM and SAM, their masks averaged",
            full.withCoordinated(false)));
  }

  private static void requireWhole(LcndrConfig network) {
    LcndrConfig whole =
        network
            .withCollaborative(true)
            .withSelfAttention(true)
            .withEdgeRevision(true)
            .withCoordinateBlocks(3)
            .withTradeOff(TradeOff.MULTIPLY_ADD)
            .withCoordinated(true);
    if (!network.equals(whole)) {
      throw new IllegalArgumentException(
          ("the plan of an ablation must be of the whole network (collaborative, selfAttention,"
                  + " edgeRevision and coordinated true, coordinateBlocks 3, tradeOff"
                  + " MULTIPLY_ADD), but its network is %s")
              .formatted(network));
    }
  }
}
