package evenlight.torch.training;

import evenlight.json.JsonRecords;
import evenlight.torch.training.plan.Dtype;
import evenlight.torch.training.plan.OptimizerPlan;
import evenlight.torch.training.plan.PatchPlan;
import evenlight.torch.training.plan.RunPlan;
import evenlight.torch.training.plan.ValidationPlan;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a network of others is trained, by a recipe that knows its paper.
 *
 * @param name what the plan is called: lower-case words joined by hyphens
 * @param recipe the network, what it learns by, and the rules of its training
 * @param patches what the network sees
 * @param optimizer how the parameters move
 * @param run how long
 * @param validation what is seen of the pictures that it is tried on
 */
public record RecipePlan(
    String name,
    Recipe recipe,
    PatchPlan patches,
    OptimizerPlan optimizer,
    RunPlan run,
    ValidationPlan validation)
    implements TrainingPlan {
  private static final String NETWORK = "network";

  /** Checks the name, and whether the parts suit each other. */
  public RecipePlan {
    TrainingPlan.requireName(name);
    if (optimizer.dtype() != Dtype.FP32) {
      throw new IllegalArgumentException(
          "optimizer.dtype of a training plan with a recipe must be FP32, but is "
              + optimizer.dtype());
    }
    recipe.requireSuitable(patches);
  }

  @Override
  public String subject() {
    return recipe.title() + " (retrained)";
  }

  @Override
  public String remarks() {
    return "Published by others, and trained here from the beginning. " + recipe.remarks();
  }

  @Override
  public String input() {
    return recipe.input();
  }

  @Override
  public String toJson() {
    return JsonRecords.writeIndented(this);
  }

  @Override
  public RecipePlan withName(String newName) {
    return new RecipePlan(newName, recipe, patches, optimizer, run, validation);
  }

  @Override
  public RecipePlan withOptimizer(OptimizerPlan newOptimizer) {
    return new RecipePlan(name, recipe, patches, newOptimizer, run, validation);
  }

  @Override
  public RecipePlan withRun(RunPlan newRun) {
    return new RecipePlan(name, recipe, patches, optimizer, newRun, validation);
  }

  @Override
  public Course<?> course(Material material) throws IOException {
    return recipe.course(this, material);
  }

  @Override
  public Weights weights(Map<String, Parameter> parameters, Map<String, String> metadata) {
    Map<String, String> all = new TreeMap<>(metadata);
    all.putAll(recipe.metadata());
    all.put(NETWORK, recipe.method());
    return new Weights(parameters, all);
  }
}
