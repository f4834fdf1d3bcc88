package evenlight.bench;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.bracket.ExtremePair;
import evenlight.bracket.ReferenceExposure;
import evenlight.dataset.Dataset;
import evenlight.dataset.Scene;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.ghost.Deghosted;
import evenlight.ghost.Deghosting;
import evenlight.ghost.GhostLevel;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.metric.Comparison;
import evenlight.metric.MefSsim;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Finds out what replacing ghosts does to scenes in which nothing should move.
 *
 * <p>Every bracket is fused as it is and after each level of replacing. All results are measured by
 * MEF-SSIM against the bracket as it was, so that what is lost by taking for motion what is none
 * shows. A method that takes two exposures has the extreme pair.
 */
@Command(
    name = "ghost-study",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures what replacing ghosts changes in brackets without any.",
    footer = {"", "Example:", "  runs/ghost-study.sh ~/data/mefb"})
public final class GhostStudy implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DATA", description = "The brackets: a folder of scenes or a manifest.")
  private Path data;

  @Option(
      names = "--methods",
      paramLabel = "ID,...",
      split = ",",
      defaultValue = "mertens,lcndr",
      description = "Which methods fuse (default: ${DEFAULT-VALUE}).")
  private List<String> methods = List.of();

  @Option(
      names = "--scenes",
      paramLabel = "REGEX",
      defaultValue = ".*",
      description = "Only scenes whose whole name matches.")
  private Pattern scenes = Pattern.compile(".*");

  /** Runs the study and ends with 0 if all went well. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new GhostStudy()).execute(arguments));
  }

  /** A level's mean share of pixels replaced, and the change of each method's score. */
  private record Effect(double share, List<Double> changes) {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("| scene | frames |%s%n", heads());
    out.printf("|---|---|%s%n", "---|".repeat(GhostLevel.values().length * (1 + methods.size())));
    List<List<Effect>> all = new ArrayList<>();
    for (Scene scene : Dataset.read(data).scenes()) {
      if (scenes.matcher(scene.name()).matches()) {
        Bracket bracket = Bracket.read(Colour.STORED, scene.frames().toArray(Path[]::new));
        List<Effect> effects = effects(bracket);
        all.add(effects);
        out.printf("| %s | %d |%s%n", scene.name(), bracket.size(), cells(effects));
        out.flush();
      }
    }
    out.printf("| **mean of %d** | |%s%n", all.size(), cells(means(all)));
    out.flush();
    return 0;
  }

  private String heads() {
    StringBuilder heads = new StringBuilder();
    for (GhostLevel level : GhostLevel.values()) {
      String name = level.name().toLowerCase(Locale.ROOT);
      heads.append(" %s: replaced |".formatted(name));
      methods.forEach(method -> heads.append(" %s |".formatted(method)));
    }
    return heads.toString();
  }

  private List<Effect> effects(Bracket bracket) throws IOException {
    List<Double> before = new ArrayList<>();
    for (String id : methods) {
      before.add(score(id, bracket, bracket));
    }
    List<Effect> effects = new ArrayList<>();
    for (GhostLevel level : GhostLevel.values()) {
      Deghosted result =
          new Deghosting(level, 0).apply(bracket, ReferenceExposure.indexIn(bracket));
      double share =
          result.replaced().stream().mapToDouble(Deghosted.Replaced::share).sum()
              / (bracket.size() - 1);
      List<Double> changes = new ArrayList<>();
      for (int i = 0; i < methods.size(); i++) {
        changes.add(
            share == 0 ? 0 : score(methods.get(i), result.bracket(), bracket) - before.get(i));
      }
      effects.add(new Effect(share, changes));
    }
    return effects;
  }

  private static double score(String id, Bracket bracket, Bracket sources) throws IOException {
    FusionMethod method = FusionMethods.named(id);
    boolean takesAll = method.card().mostExposures() >= bracket.size();
    Image8 fused = Image8.of(method.fuse(takesAll ? bracket : pairLike(sources, bracket)));
    List<Image8> originals =
        (takesAll ? sources : ExtremePair.of(sources))
            .exposures().stream().map(Exposure::image).map(Image8::of).toList();
    return MefSsim.MULTI_SCALE
        .score(new Comparison(originals, fused, Optional.empty()))
        .value()
        .orElseThrow();
  }

  /** Of a bracket the exposures that are the extreme pair of another one. */
  private static Bracket pairLike(Bracket model, Bracket bracket) {
    List<String> names = ExtremePair.of(model).exposures().stream().map(Exposure::name).toList();
    return Bracket.of(
        bracket.exposures().stream().filter(one -> names.contains(one.name())).toList());
  }

  private List<Effect> means(List<List<Effect>> all) {
    List<Effect> means = new ArrayList<>();
    for (int level = 0; level < GhostLevel.values().length; level++) {
      int at = level;
      List<Double> changes = new ArrayList<>();
      for (int i = 0; i < methods.size(); i++) {
        int method = i;
        changes.add(
            all.stream()
                .mapToDouble(effects -> effects.get(at).changes().get(method))
                .average()
                .orElseThrow());
      }
      double share =
          all.stream().mapToDouble(effects -> effects.get(at).share()).average().orElseThrow();
      means.add(new Effect(share, changes));
    }
    return means;
  }

  private static String cells(List<Effect> effects) {
    StringBuilder cells = new StringBuilder();
    for (Effect effect : effects) {
      cells.append(String.format(Locale.ROOT, " %.2f %% |", 100 * effect.share()));
      effect.changes().forEach(change -> cells.append(change(change)));
    }
    return cells.toString();
  }

  private static String change(double change) {
    return Math.abs(change) < 5e-5 ? " 0 |" : String.format(Locale.ROOT, " %+.4f |", change);
  }
}
