package evenlight.cli;

import evenlight.evaluation.Contender;
import evenlight.evaluation.MethodContender;
import evenlight.evaluation.ResultFolder;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.io.Colour;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which methods, and which results made elsewhere, are compared. */
final class ContenderOptions {
  /** What every comparison holds beside what was asked for. */
  private static final List<String> BASELINES = List.of("average", "blend");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--method",
      paramLabel = "ID",
      split = ",",
      description = {
        "How to fuse, see evenlight methods; several are joined by commas, and options of a method",
        "follow its id: ID:NAME=VALUE. The first is what the others are tested against. average",
        "and blend, which learn nothing, are in every table. Default: "
            + FusionMethods.DEFAULT
            + ", or none with --fused."
      })
  private List<String> methods = List.of();

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Parameters (.safetensors) of the first method instead of the shipped ones.")
  private Optional<Path> weights;

  @Mixin private WeightsFolderOption folder;

  @Option(
      names = "--fused",
      paramLabel = "DIR",
      description = {
        "Results of another program to score: pictures named after the scenes, or a folder of",
        "such for each program. Only scenes with a result are evaluated."
      })
  private List<Path> fused = List.of();

  @Mixin private DeviceOptions where;

  /**
   * The results made elsewhere.
   *
   * @throws IOException if a folder holds none
   */
  List<ResultFolder> results(Colour colour) throws IOException {
    List<ResultFolder> results = new ArrayList<>();
    for (Path folder : fused) {
      results.addAll(ResultFolder.read(folder, colour));
    }
    return results;
  }

  /**
   * All that is compared, in the order of the tables.
   *
   * @throws ParameterException if there is no such method; the message lists the known ones
   * @throws IOException if weights cannot be read
   */
  List<Contender> contenders(List<ResultFolder> results) throws IOException {
    FusionSettings settings =
        new FusionSettings(
            Optional.empty(), folder.given(), where.device(), where.threads(), Map.of());
    List<Contender> contenders = new ArrayList<>();
    for (String id : ids()) {
      boolean first = contenders.isEmpty();
      contenders.add(
          contender(
              id, first && weights.isPresent() ? settings.withWeights(weights.get()) : settings));
    }
    contenders.addAll(results);
    for (String id : BASELINES) {
      if (!ids().contains(id)) {
        contenders.add(contender(id, settings));
      }
    }
    return contenders;
  }

  private static Contender contender(String id, FusionSettings settings) throws IOException {
    return new MethodContender(id, FusionMethods.named(id, settings));
  }

  /**
   * Checks what can be checked before anything is read.
   *
   * @throws ParameterException if there is no such method; the message lists the known ones
   */
  void check() {
    try {
      ids().forEach(FusionMethods::card);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), FailureMessage.of(e), e);
    }
    if (weights.isPresent() && ids().isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "--weights must belong to a --method, but none is given");
    }
  }

  /** How many scenes are worked on at a time. */
  int jobs() {
    return where.threadCount();
  }

  private List<String> ids() {
    return methods.isEmpty() && fused.isEmpty() ? List.of(FusionMethods.DEFAULT) : methods;
  }
}
