package evenlight.torch.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.json.JsonRecords;
import evenlight.torch.training.plan.Dtype;
import evenlight.torch.training.plan.OptimizerPlan;
import evenlight.torch.training.plan.PatchPlan;
import evenlight.torch.training.plan.RunPlan;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that decides what training yields; the same plan, data and threads give the same weights. A
 * plan is a file, see docs/training.md: one with a {@code recipe} trains a network of others, one
 * without trains LCNDR.
 */
public sealed interface TrainingPlan permits LcndrPlan, RecipePlan {
  /** Names of the plans that come with the project. */
  List<String> NAMES =
      List.of(
          "evenlight",
          "paper",
          "cf-net",
          "cf-net-full",
          "mef-gan",
          "mef-gan-full",
          "mef-net",
          "mef-net-full",
          "pmgi",
          "pmgi-full",
          "raft-small",
          "raft-small-fine",
          "raft-small-wide",
          "sd-net",
          "sd-net-full",
          "u2fusion",
          "u2fusion-full");

  /** What the plan is called: lower-case words joined by hyphens. */
  String name();

  /** What the network sees. */
  PatchPlan patches();

  /** How the parameters move. */
  OptimizerPlan optimizer();

  /** How long. */
  RunPlan run();

  /** What is trained, for people. */
  String subject();

  /** What model cards say of the training beyond plan and data; empty if nothing. */
  String remarks();

  /** What the network sees and the trained parameters therefore are, as a phrase. */
  String input();

  /** All components as JSON, one a line. */
  String toJson();

  /** The same under another name. */
  TrainingPlan withName(String newName);

  /** The same with another optimizer. */
  TrainingPlan withOptimizer(OptimizerPlan newOptimizer);

  /** The same for another time. */
  TrainingPlan withRun(RunPlan newRun);

  /**
   * A training by this plan that has not begun.
   *
   * @param material what there is to learn from
   * @throws IOException if a frame cannot be read; the message names it
   * @throws IllegalArgumentException if the material does not suit the plan
   */
  Course<?> course(Material material) throws IOException;

  /**
   * What training yielded, as weights for fusion.
   *
   * @param parameters of the network that fuses
   * @param metadata to be written beside it
   */
  Weights weights(Map<String, Parameter> parameters, Map<String, String> metadata);

  /**
   * A plan that comes with the project.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  static TrainingPlan named(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "the plan must be one of %s, but is \"%s\"".formatted(NAMES, name));
    }
    String resource = name + ".json";
    try (InputStream in = TrainingPlan.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the plan " + resource + " must be on the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A plan from a file, as {@link #toJson} writes it.
   *
   * @throws IOException if the file cannot be read; the message names it
   * @throws IllegalArgumentException if it is no plan; the message says what is wrong
   */
  static TrainingPlan read(Path file) throws IOException {
    return parse(Files.readString(file), file.toString());
  }

  private static TrainingPlan parse(String json, String source) {
    try {
      return hasRecipe(json)
          ? JsonRecords.read(json, RecipePlan.class)
          : JsonRecords.read(json, LcndrPlan.class);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a training plan must be valid, but %s is not: %s".formatted(source, e.getMessage()), e);
    }
  }

  private static boolean hasRecipe(String json) {
    try {
      return new ObjectMapper().readTree(json).has("recipe");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /**
   * Checks the name of a plan.
   *
   * @throws IllegalArgumentException if no file can be called so
   */
  static void requireName(String name) {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "name of a training plan must be lower-case words joined by hyphens, but is \"%s\""
              .formatted(name));
    }
  }

  /** The same with a number of steps instead of what it has. */
  default TrainingPlan withSteps(int steps) {
    return withRun(run().withSteps(steps));
  }

  /** The same with another seed. */
  default TrainingPlan withSeed(long seed) {
    return withRun(run().withSeed(seed));
  }

  /** The same with other numbers in the network. */
  default TrainingPlan withDtype(Dtype dtype) {
    return withOptimizer(optimizer().withDtype(dtype));
  }
}
