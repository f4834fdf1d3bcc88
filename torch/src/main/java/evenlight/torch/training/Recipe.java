package evenlight.torch.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import evenlight.torch.training.plan.PatchPlan;
import java.io.IOException;
import java.util.Map;

/**
 * The network of a {@link RecipePlan}, what it learns by, and the rules of its training. In a plan
 * the key {@code kind} tells one from another.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CfNetRecipe.class, name = "cf-net"),
  @JsonSubTypes.Type(value = MefGanRecipe.class, name = "mef-gan"),
  @JsonSubTypes.Type(value = MefNetRecipe.class, name = "mef-net"),
  @JsonSubTypes.Type(value = PmgiRecipe.class, name = "pmgi"),
  @JsonSubTypes.Type(value = RaftRecipe.class, name = "raft"),
  @JsonSubTypes.Type(value = SdNetRecipe.class, name = "sd-net"),
  @JsonSubTypes.Type(value = U2FusionRecipe.class, name = "u2fusion"),
})
public sealed interface Recipe
    permits CfNetRecipe,
        MefGanRecipe,
        MefNetRecipe,
        PmgiRecipe,
        RaftRecipe,
        SdNetRecipe,
        U2FusionRecipe {
  /** The id of the method that takes the weights. */
  String method();

  /** What the network is called. */
  String title();

  /** Where the training departs from the paper, in whole sentences. */
  String remarks();

  /** What the network sees, as a phrase. */
  String input();

  /** What of the network only its weights' file can tell; as a rule nothing. */
  default Map<String, String> metadata() {
    return Map.of();
  }

  /**
   * Checks that the network can learn from such patches.
   *
   * @throws IllegalArgumentException if not
   */
  default void requireSuitable(PatchPlan patches) {}

  /**
   * A training that has not begun.
   *
   * @throws IOException if a frame cannot be read; the message names it
   */
  Course<?> course(RecipePlan plan, Material material) throws IOException;
}
